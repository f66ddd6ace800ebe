-- Many people with a thousand transactions each over three years that end today, in the order of the days, as a live table
-- has them; amounts, categories and merchants from a hash of the row's number, so the same everywhere. Their password
-- and categories are those of a person who has signed up before. Triggers and foreign keys rest meanwhile: the kept sums are
-- made at once at the end, from the views that they are checked against. So are the indexes, which takes minutes for ten
-- million rows; to add to them row by row takes most of an hour.
-- Variables: template (a username), first and last (numbers of the people).
set session_replication_role = replica;
set work_mem = '256MB';
set maintenance_work_mem = '1GB';

create temporary table indexes as
select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
from pg_index
where indrelid::regclass::text in ('analytics.transactions', 'analytics.daily_totals', 'analytics.monthly_merchants',
                                   'analytics.day_totals', 'analytics.month_totals')
  and not indisunique;
select 'drop index ' || name from indexes \gexec

insert into auth.users (username, password_hash)
select 'person-' || n || '@example.com', password_hash
from auth.users, generate_series(:first, :last) as n
where username = :'template';

insert into analytics.categories (user_id, name, color, starter)
select person.id, c.name, c.color, c.starter
from auth.users as template
join analytics.categories c on c.user_id = template.id
cross join generate_series(:first, :last) as n
join auth.users as person on person.username = 'person-' || n || '@example.com'
where template.username = :'template';

create temporary table people as
select row_number() over (order by u.id) - 1 as place, u.id,
       array(select c.id from analytics.categories c
             where c.user_id = u.id and c.starter is not null and c.name not in ('Income', 'Transfers') order by c.id) as categories
from generate_series(:first, :last) as n
join auth.users u on u.username = 'person-' || n || '@example.com';
create unique index on people (place);
analyze people;

insert into analytics.transactions (user_id, amount, currency, kind, category_id, merchant, description, transaction_date)
select p.id, (one % 29900 + 100) / 100.0, 'EUR', 'spending', p.categories[1 + two % cardinality(p.categories)],
       'Shop ' || two % 300, 'CARD PAYMENT ' || n, current_date - 1094 + (n / people * 1095 / 1000)::integer
from (select count(*) as people from people) as all_people
cross join lateral generate_series(0, people * 1000 - 1) as n
cross join lateral (select abs(hashint8(n)::bigint) as one, abs(hashint8(n + 1000000000)::bigint) as two) as hashes
join people p on p.place = n % people;

insert into analytics.daily_totals select * from analytics.daily_sums order by user_id on conflict do nothing;
insert into analytics.monthly_merchants select * from analytics.merchant_sums order by user_id on conflict do nothing;
insert into analytics.day_totals select * from analytics.day_sums order by user_id on conflict do nothing;
insert into analytics.month_totals select * from analytics.month_sums order by user_id on conflict do nothing;

select definition from indexes \gexec
