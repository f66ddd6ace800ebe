-- The transactions of one person, the same everywhere but for the days, which end today: three years, 16 categories, 300
-- merchants of whom some are dear to the person, a refund among thirty bookings, income and transfers now and then.
-- Variables: username, rows.
with owner as (
  select id from auth.users where username = :'username'
), categories as (
  select c.id, row_number() over (order by c.id) - 1 as place
  from analytics.categories c, owner
  where c.user_id = owner.id and c.name not in ('Income', 'Transfers')
), rows as (
  select n, abs(hashint8(n::bigint))::bigint as one, abs(hashint8(n::bigint + 1000000000))::bigint as two,
         (current_date - (n::bigint * 1095 / :rows)::integer) as day
  from generate_series(0, :rows - 1) as n
), bookings as (
  select *, floor(300 * ((one % 10007) / 10007.0) ^ 2)::integer as shop, (two % 24900 + 100) / 100.0 as money,
         case two % 50 when 0 then 'income' when 1 then 'transfer' else 'spending' end as kind
  from rows
)
insert into analytics.transactions (user_id, amount, currency, kind, category_id, merchant, description, transaction_date)
select owner.id, case when b.kind = 'spending' and one % 30 = 0 then -b.money else b.money end, 'EUR', b.kind, c.id,
       'Shop ' || b.shop, 'CARD PAYMENT ' || b.n, b.day
from bookings b, owner, categories c
where c.place = b.shop % 16;
