--liquibase formatted sql

-- Three people with six spending categories each. Every merchant is invented.

--changeset spend-tracker:demo-standing-orders context:demo
INSERT INTO demo.standing_orders (persona, kind, category, merchant, description, account, amount, day, first_month, last_month) VALUES
    ('john', 'spending', 'Housing', 'Maple Court Apartments', 'ACH DEBIT MAPLE COURT APTS RENT', 'Everyday checking', 1180.00, 1, 0, 11),
    ('john', 'spending', 'Housing', 'Maple Court Apartments', 'ACH DEBIT MAPLE COURT APTS RENT', 'Everyday checking', 1225.00, 1, 12, 23),
    ('john', 'spending', 'Housing', 'Maple Court Apartments', 'ACH DEBIT MAPLE COURT APTS RENT', 'Everyday checking', 1270.00, 1, 24, 100000),
    ('john', 'spending', 'Housing', 'Beacon Mutual Insurance', 'ACH DEBIT BEACON MUTUAL RENTERS', 'Everyday checking', 17.40, 5, 0, 100000),
    ('john', 'spending', 'Utilities', 'Fiberline Internet', 'AUTOPAY FIBERLINE INTERNET', 'Credit card', 59.99, 14, 0, 100000),
    ('john', 'spending', 'Utilities', 'Pocket Mobile', 'AUTOPAY POCKET MOBILE', 'Credit card', 35.00, 20, 0, 100000),
    ('john', 'spending', 'Technology', 'Nimbus Drive', 'RECURRING NIMBUS DRIVE 200GB', 'Credit card', 2.99, 3, 0, 100000),
    ('john', 'spending', 'Technology', 'Streamhouse', 'RECURRING STREAMHOUSE.TV', 'Credit card', 13.99, 17, 0, 16),
    ('john', 'spending', 'Technology', 'Streamhouse', 'RECURRING STREAMHOUSE.TV', 'Credit card', 15.99, 17, 17, 100000),
    ('john', 'spending', 'Education', 'Codepath Online', 'RECURRING CODEPATH ONLINE', 'Credit card', 29.00, 6, 0, 100000),
    ('john', 'spending', 'Transport', 'Beacon Mutual Insurance', 'ACH DEBIT BEACON MUTUAL AUTO', 'Everyday checking', 96.50, 22, 0, 100000),
    ('john', 'transfer', 'Transfers', 'Savings account', 'TRANSFER TO SAVINGS XX8821', 'Everyday checking', 350.00, 16, 0, 100000),
    ('john', 'spending', 'Technology', 'Circuit & Co.', 'CIRCUIT & CO COLUMBUS OH LAPTOP', 'Credit card', 2349.00, 12, 22, 22),
    ('jane', 'spending', 'Housing', 'Lakeview Flats', 'ACH DEBIT LAKEVIEW FLATS RENT', 'Everyday checking', 1425.00, 1, 0, 11),
    ('jane', 'spending', 'Housing', 'Lakeview Flats', 'ACH DEBIT LAKEVIEW FLATS RENT', 'Everyday checking', 1475.00, 1, 12, 23),
    ('jane', 'spending', 'Housing', 'Lakeview Flats', 'ACH DEBIT LAKEVIEW FLATS RENT', 'Everyday checking', 1520.00, 1, 24, 100000),
    ('jane', 'spending', 'Entertainment', 'Tuneloft', 'RECURRING TUNELOFT MUSIC', 'Credit card', 10.99, 4, 0, 15),
    ('jane', 'spending', 'Entertainment', 'Tuneloft', 'RECURRING TUNELOFT MUSIC', 'Credit card', 12.99, 4, 16, 100000),
    ('jane', 'spending', 'Entertainment', 'Filmbox', 'RECURRING FILMBOX', 'Credit card', 9.99, 18, 0, 100000),
    ('jane', 'spending', 'Technology', 'Pocket Mobile', 'AUTOPAY POCKET MOBILE', 'Credit card', 45.00, 20, 0, 100000),
    ('jane', 'spending', 'Technology', 'Fiberline Internet', 'AUTOPAY FIBERLINE INTERNET', 'Credit card', 59.99, 14, 0, 100000),
    ('jane', 'spending', 'Education', 'Lingua Live', 'RECURRING LINGUA LIVE', 'Credit card', 49.00, 7, 0, 100000),
    ('jane', 'spending', 'Transport', 'City Transit', 'CITY TRANSIT 30-DAY PASS', 'Credit card', 75.00, 2, 0, 100000),
    ('jane', 'transfer', 'Transfers', 'Savings account', 'TRANSFER TO SAVINGS XX3307', 'Everyday checking', 400.00, 2, 0, 100000),
    ('jane', 'spending', 'Technology', 'Lumen Camera House', 'LUMEN CAMERA HOUSE CHICAGO IL', 'Credit card', 1899.00, 9, 24, 24),
    ('charlie', 'spending', 'Housing', 'Alpine View Residences', 'ACH DEBIT ALPINE VIEW RENT', 'Everyday checking', 1890.00, 1, 0, 11),
    ('charlie', 'spending', 'Housing', 'Alpine View Residences', 'ACH DEBIT ALPINE VIEW RENT', 'Everyday checking', 1950.00, 1, 12, 23),
    ('charlie', 'spending', 'Housing', 'Alpine View Residences', 'ACH DEBIT ALPINE VIEW RENT', 'Everyday checking', 2010.00, 1, 24, 100000),
    ('charlie', 'spending', 'Health', 'Summit Fitness Club', 'RECURRING SUMMIT FITNESS CLUB', 'Credit card', 69.00, 3, 0, 17),
    ('charlie', 'spending', 'Health', 'Summit Fitness Club', 'RECURRING SUMMIT FITNESS CLUB', 'Credit card', 79.00, 3, 18, 100000),
    ('charlie', 'spending', 'Health', 'Evergreen Health Plan', 'ACH DEBIT EVERGREEN HEALTH PLAN', 'Everyday checking', 312.40, 8, 0, 100000),
    ('charlie', 'spending', 'Technology', 'Pocket Mobile', 'AUTOPAY POCKET MOBILE', 'Credit card', 65.00, 20, 0, 100000),
    ('charlie', 'spending', 'Technology', 'Fiberline Internet', 'AUTOPAY FIBERLINE INTERNET', 'Credit card', 79.99, 14, 0, 100000),
    ('charlie', 'spending', 'Technology', 'Nimbus Drive', 'RECURRING NIMBUS DRIVE 2TB', 'Credit card', 9.99, 3, 0, 100000),
    ('charlie', 'spending', 'Shopping', 'Closet Club', 'RECURRING CLOSET CLUB', 'Credit card', 39.00, 21, 0, 100000),
    ('charlie', 'spending', 'Education', 'Mastercraft Online', 'RECURRING MASTERCRAFT ONLINE', 'Credit card', 19.00, 13, 0, 100000),
    ('charlie', 'transfer', 'Transfers', 'Savings account', 'TRANSFER TO SAVINGS XX5140', 'Everyday checking', 600.00, 17, 0, 100000),
    ('charlie', 'spending', 'Health', 'Bright Smile Emergency Dental', 'BRIGHT SMILE EMERGENCY DENTAL', 'Credit card', 1860.00, 19, 23, 23);

INSERT INTO demo.standing_orders (persona, kind, category, merchant, description, account, amount, day, jitter, season) VALUES
    ('john', 'spending', 'Utilities', 'Northlight Energy', 'AUTOPAY NORTHLIGHT ENERGY GAS', 'Everyday checking', 62.00, 11, 8, '{210,195,150,90,55,40,35,35,45,85,140,190}'),
    ('john', 'spending', 'Utilities', 'Valley Electric', 'AUTOPAY VALLEY ELECTRIC', 'Everyday checking', 74.00, 9, 7, '{110,105,95,85,85,115,140,135,105,85,95,110}'),
    ('john', 'spending', 'Utilities', 'Clearwater Utility', 'ACH DEBIT CLEARWATER UTILITY', 'Everyday checking', 118.00, 24, 6, '{0,100,0,0,105,0,0,120,0,0,95,0}'),
    ('john', 'spending', 'Education', 'Riverside Community College', 'RIVERSIDE COMM COLLEGE TUITION', 'Credit card', 389.00, 19, 0, '{100,0,0,0,0,0,0,100,0,0,0,0}'),
    ('jane', 'spending', 'Housing', 'Northlight Energy', 'AUTOPAY NORTHLIGHT ENERGY GAS', 'Everyday checking', 48.00, 10, 8, '{230,215,165,95,55,35,30,30,45,90,150,205}'),
    ('jane', 'spending', 'Housing', 'Prairie Electric', 'AUTOPAY PRAIRIE ELECTRIC', 'Everyday checking', 46.00, 12, 9, '{105,100,95,85,90,120,145,140,105,85,95,105}'),
    ('jane', 'spending', 'Education', 'Lakeside Arts School', 'LAKESIDE ARTS SCHOOL CHICAGO IL', 'Credit card', 245.00, 8, 0, '{0,100,0,0,0,0,0,0,100,0,0,0}'),
    ('charlie', 'spending', 'Housing', 'Northlight Energy', 'AUTOPAY NORTHLIGHT ENERGY GAS', 'Everyday checking', 71.00, 11, 8, '{205,190,155,100,60,40,35,35,50,95,145,195}'),
    ('charlie', 'spending', 'Housing', 'Front Range Electric', 'AUTOPAY FRONT RANGE ELECTRIC', 'Everyday checking', 68.00, 9, 9, '{105,100,95,90,90,115,140,135,105,90,95,105}'),
    ('charlie', 'spending', 'Travel', 'Skyways Airlines', 'SKYWAYS AIR ONLINE DENVER CO', 'Credit card', 684.00, 6, 18, '{0,0,55,0,0,100,110,0,0,0,75,0}'),
    ('charlie', 'spending', 'Travel', 'Harbor House Hotel', 'HARBOR HOUSE HOTEL', 'Credit card', 930.00, 22, 20, '{0,0,45,0,0,90,125,0,0,0,0,60}'),
    ('charlie', 'spending', 'Education', 'Foundry Workshops', 'FOUNDRY WORKSHOPS DENVER CO', 'Credit card', 320.00, 10, 0, '{0,0,100,0,0,0,0,0,0,100,0,0}');

INSERT INTO demo.standing_orders (persona, kind, category, merchant, description, account, amount, day, workday, jitter, first_month, last_month) VALUES
    ('john', 'income', 'Income', 'Halvorsen Engineering', 'DIRECT DEP HALVORSEN ENG PAYROLL', 'Everyday checking', 2412.36, 15, true, 0, 0, 13),
    ('john', 'income', 'Income', 'Halvorsen Engineering', 'DIRECT DEP HALVORSEN ENG PAYROLL', 'Everyday checking', 2412.36, 31, true, 0, 0, 13),
    ('john', 'income', 'Income', 'Halvorsen Engineering', 'DIRECT DEP HALVORSEN ENG PAYROLL', 'Everyday checking', 2496.79, 15, true, 0, 14, 100000),
    ('john', 'income', 'Income', 'Halvorsen Engineering', 'DIRECT DEP HALVORSEN ENG PAYROLL', 'Everyday checking', 2496.79, 31, true, 0, 14, 100000),
    ('jane', 'income', 'Income', 'Brightwater Media', 'DIRECT DEP BRIGHTWATER MEDIA', 'Everyday checking', 4386.52, 31, true, 0, 0, 15),
    ('jane', 'income', 'Income', 'Brightwater Media', 'DIRECT DEP BRIGHTWATER MEDIA', 'Everyday checking', 4561.98, 31, true, 0, 16, 100000),
    ('charlie', 'income', 'Income', 'Redstone Studio', 'ACH CREDIT REDSTONE STUDIO INV', 'Everyday checking', 3480.00, 15, true, 14, 0, 100000),
    ('charlie', 'income', 'Income', 'Fernwood Partners', 'ACH CREDIT FERNWOOD PARTNERS INV', 'Everyday checking', 3260.00, 31, true, 14, 0, 100000);

--changeset spend-tracker:demo-habits context:demo
INSERT INTO demo.habits (persona, category, merchant, description, account, chances, low, high, refunds, season) VALUES
    ('john', 'Groceries', 'Greenleaf Market', 'POS GREENLEAF MARKET #214 COLUMBUS OH', 'Credit card', '{110,60,130,60,160,420,120}', 26, 138, 22, '{95,95,100,100,100,100,95,95,100,100,120,135}'),
    ('john', 'Groceries', 'Harvest Lane Foods', 'POS HARVEST LANE FOODS COLUMBUS OH', 'Credit card', '{60,70,60,90,60,80,180}', 11, 62, 0, '{100,100,100,100,100,100,100,100,100,100,100,120}'),
    ('john', 'Transport', 'Fuel Stop 71', 'FUEL STOP 71 PUMP 4 COLUMBUS OH', 'Credit card', '{90,50,60,50,110,120,60}', 29, 58, 0, '{95,95,100,100,105,115,125,120,100,100,100,105}'),
    ('john', 'Transport', 'Fixit Garage', 'FIXIT GARAGE COLUMBUS OH', 'Credit card', '{5,6,6,6,6,4,0}', 68, 420, 0, '{100,100,120,130,100,100,80,80,100,130,130,100}'),
    ('john', 'Technology', 'Circuit & Co.', 'CIRCUIT & CO COLUMBUS OH', 'Credit card', '{12,12,12,12,18,46,24}', 18, 199, 240, '{80,80,90,90,90,90,90,100,100,100,190,480}'),
    ('john', 'Education', 'Book Nook', 'BOOK NOOK COLUMBUS OH', 'Credit card', '{18,18,18,18,24,50,30}', 9, 48, 90, '{120,90,90,90,90,80,80,140,150,90,110,500}'),
    ('jane', 'Dining', 'Noodle Bar Lin', 'NOODLE BAR LIN CHICAGO IL', 'Credit card', '{60,80,90,90,70,60,50}', 13, 34, 0, '{105,105,100,100,95,90,90,90,100,100,105,105}'),
    ('jane', 'Dining', 'Trattoria Bella Sera', 'TRATTORIA BELLA SERA CHICAGO IL', 'Credit card', '{10,15,25,50,190,240,60}', 31, 104, 0, '{85,110,100,100,105,110,110,110,100,95,100,130}'),
    ('jane', 'Dining', 'Taqueria El Sol', 'TAQUERIA EL SOL CHICAGO IL', 'Credit card', '{50,70,60,80,90,70,60}', 10, 28, 0, '{90,90,95,100,105,115,120,120,105,100,90,90}'),
    ('jane', 'Dining', 'Parkside Deli & Market', 'POS PARKSIDE DELI & MKT CHICAGO IL', 'Credit card', '{110,60,90,60,80,230,150}', 9, 72, 20, '{100,100,100,100,100,100,100,100,100,100,110,125}'),
    ('jane', 'Entertainment', 'Cineplex North', 'CINEPLEX NORTH CHICAGO IL', 'Credit card', '{10,30,15,20,70,80,60}', 13, 38, 0, '{120,110,100,90,80,80,90,80,90,100,120,130}'),
    ('jane', 'Entertainment', 'The Blue Room', 'THE BLUE ROOM CHICAGO IL', 'Credit card', '{0,5,15,40,90,110,10}', 21, 78, 0, '{80,90,100,100,110,115,115,110,105,100,95,110}'),
    ('jane', 'Entertainment', 'Ticketpoint', 'TICKETPOINT ONLINE', 'Credit card', '{18,18,18,22,26,20,14}', 28, 148, 150, '{80,90,100,120,140,140,120,110,100,90,90,110}'),
    ('jane', 'Entertainment', 'Lakeshore Festival', 'LAKESHORE FESTIVAL CHICAGO IL', 'Credit card', '{0,0,0,90,220,330,280}', 24, 135, 0, '{0,0,0,0,0,100,100,80,0,0,0,0}'),
    ('jane', 'Entertainment', 'Games & Gifts Loft', 'GAMES & GIFTS LOFT CHICAGO IL', 'Credit card', '{20,20,25,30,50,90,60}', 14, 120, 90, '{15,40,20,20,40,30,20,20,20,40,160,700}'),
    ('jane', 'Transport', 'RideNow', 'RIDENOW TRIP HELP.RIDENOW', 'Credit card', '{20,25,40,70,150,190,70}', 8, 34, 20, '{130,125,110,95,85,80,80,80,90,100,115,135}'),
    ('jane', 'Technology', 'Circuit & Co.', 'CIRCUIT & CO CHICAGO IL', 'Credit card', '{8,8,10,10,14,32,18}', 19, 189, 190, '{80,80,90,90,90,90,90,100,100,100,190,230}'),
    ('jane', 'Education', 'Book Nook', 'BOOK NOOK CHICAGO IL', 'Credit card', '{12,12,14,14,18,40,28}', 9, 42, 60, '{110,90,90,90,90,90,90,120,140,90,110,240}'),
    ('charlie', 'Shopping', 'Fresh Basket Market', 'POS FRESH BASKET MKT DENVER CO', 'Credit card', '{110,70,110,70,110,330,140}', 19, 112, 10, '{100,100,100,100,100,95,90,95,100,100,115,125}'),
    ('charlie', 'Shopping', 'Marlowe Menswear', 'MARLOWE MENSWEAR DENVER CO', 'Credit card', '{10,10,12,14,24,60,36}', 34, 260, 220, '{90,80,110,110,100,100,90,90,120,110,140,420}'),
    ('charlie', 'Shopping', 'Homeware Studio', 'HOMEWARE STUDIO DENVER CO', 'Credit card', '{10,10,10,12,18,48,40}', 16, 170, 130, '{90,80,100,120,110,100,90,90,100,100,130,380}'),
    ('charlie', 'Shopping', 'Parcel Bazaar', 'PARCELBAZAAR.COM MARKETPLACE', 'Credit card', '{70,65,60,60,60,50,80}', 9, 98, 110, '{90,80,90,90,90,90,100,90,90,100,180,320}'),
    ('charlie', 'Travel', 'RideNow', 'RIDENOW TRIP HELP.RIDENOW', 'Credit card', '{30,35,40,60,130,140,70}', 10, 39, 20, '{120,110,105,95,90,100,110,100,90,95,105,130}'),
    ('charlie', 'Travel', 'Fuel Stop 70', 'FUEL STOP 70 PUMP 2 DENVER CO', 'Credit card', '{50,30,30,40,90,80,60}', 33, 66, 0, '{80,80,95,100,110,140,150,140,105,95,90,95}'),
    ('charlie', 'Travel', 'Pine Ridge Lodge', 'PINE RIDGE LODGE CO', 'Credit card', '{0,0,0,5,22,26,8}', 118, 390, 90, '{130,130,90,40,60,150,200,190,80,50,40,120}'),
    ('charlie', 'Health', 'Willow Pharmacy', 'WILLOW PHARMACY #18 DENVER CO', 'Credit card', '{40,30,30,30,36,44,26}', 6, 52, 15, '{140,135,120,100,90,75,70,75,90,110,130,140}'),
    ('charlie', 'Health', 'Stillwater Massage', 'STILLWATER MASSAGE DENVER CO', 'Credit card', '{6,12,14,16,30,34,20}', 85, 130, 0, '{120,110,100,100,100,90,90,90,100,100,100,110}'),
    ('charlie', 'Technology', 'Circuit & Co.', 'CIRCUIT & CO DENVER CO', 'Credit card', '{10,10,12,12,16,36,22}', 24, 279, 180, '{80,80,90,90,90,90,90,100,110,100,190,230}'),
    ('charlie', 'Education', 'Book Nook', 'BOOK NOOK DENVER CO', 'Credit card', '{10,10,12,12,14,30,26}', 11, 46, 60, '{120,90,90,90,90,100,110,100,100,90,110,220}');

INSERT INTO demo.habits (persona, category, merchant, description, account, chances, prices, twins, quiet_days) VALUES
    ('john', 'Groceries', 'Daily Bread Bakery', 'POS DAILY BREAD BAKERY COLUMBUS OH', 'Everyday checking', '{90,90,90,90,120,200,160}', '{4.25,5.80,6.40,8.95}', 20, true),
    ('john', 'Transport', 'Metro Transit', 'METRO TRANSIT FARE COLUMBUS OH', 'Everyday checking', '{200,190,190,200,160,30,15}', '{2.00}', 450, false),
    ('john', 'Technology', 'App Market', 'APP MARKET DIGITAL', 'Credit card', '{14,14,14,14,20,26,26}', '{1.99,3.99,4.99,9.99}', 0, false),
    ('jane', 'Dining', 'Corner Roast Coffee', 'CORNER ROAST COFFEE CHICAGO IL', 'Everyday checking', '{330,300,300,300,340,200,170}', '{4.25,4.75,5.10,5.95}', 130, true),
    ('jane', 'Transport', 'Lakeside Bikeshare', 'LAKESIDE BIKESHARE', 'Credit card', '{40,40,40,40,50,70,70}', '{3.50}', 350, false),
    ('jane', 'Technology', 'App Market', 'APP MARKET DIGITAL', 'Credit card', '{18,18,18,18,24,30,30}', '{0.99,2.99,4.99,6.99}', 0, false),
    ('charlie', 'Shopping', 'Corner Store', 'POS CORNER STORE DENVER CO', 'Everyday checking', '{90,90,90,90,120,110,90}', '{3.49,5.25,7.80,11.40}', 30, true),
    ('charlie', 'Travel', 'City Bikeshare', 'CITY BIKESHARE DENVER CO', 'Credit card', '{60,60,60,60,60,70,70}', '{4.50}', 400, false),
    ('charlie', 'Health', 'Green Press Juice', 'GREEN PRESS JUICE DENVER CO', 'Everyday checking', '{70,70,70,70,80,110,90}', '{7.75,8.50}', 140, false),
    ('charlie', 'Technology', 'App Market', 'APP MARKET DIGITAL', 'Credit card', '{12,12,12,12,16,22,22}', '{1.99,4.99,9.99,14.99}', 0, false);

--changeset spend-tracker:demo-people context:demo
-- The password of all three is password123. An account that is already there keeps its owner and gets no history.
WITH people AS (
    INSERT INTO auth.users (username, password_hash, full_name, age_bracket, location, employment_status) VALUES
        ('john.doe@example.com', '$argon2id$v=19$m=19456,t=2,p=1$JQZLdZNuisHDZxQAUC/sSQ$ItFW8JW+Me4ZdO/ZTXON0KXFEgRM+1Gcq2mxzS2L7ng', 'John Doe', '35-44', 'Columbus, Ohio', 'Employed full-time'),
        ('jane.doe@example.com', '$argon2id$v=19$m=19456,t=2,p=1$3BT2H2dv2SLZFgm8yPdDxw$AuLn71ueE3v/X+WJO92Njz/ygV9f09RooeEjI6jh8nQ', 'Jane Doe', '25-34', 'Chicago, Illinois', 'Employed full-time'),
        ('charlie@example.com', '$argon2id$v=19$m=19456,t=2,p=1$kAZFe5ukTNckrq7FqmIGcQ$hgzMIDNMMPOtvrgIPBWql60G52LqxR5B/4A8FPlKTB0', 'Charlie Williams', '45-54', 'Denver, Colorado', 'Self-employed')
    ON CONFLICT DO NOTHING
    RETURNING id, username
)
INSERT INTO demo.histories (user_id, persona, first_day, last_day)
SELECT id, split_part(replace(username, '@', '.'), '.', 1), first_day, first_day - 1
FROM people
CROSS JOIN (SELECT (date_trunc('month', current_date::timestamp) - interval '30 months')::date AS first_day) AS start;

-- Colours that stay apart for colour-blind eyes: the Okabe-Ito set, with two more for what is no spending.
INSERT INTO analytics.categories (user_id, name, color)
SELECT h.user_id, c.name, c.color
FROM demo.histories AS h
JOIN (VALUES
    ('john', 'Groceries', '#009e73'),
    ('john', 'Utilities', '#d55e00'),
    ('john', 'Transport', '#56b4e9'),
    ('john', 'Technology', '#e69f00'),
    ('john', 'Education', '#cc79a7'),
    ('john', 'Housing', '#0072b2'),
    ('john', 'Income', '#332288'),
    ('john', 'Transfers', '#767676'),
    ('jane', 'Dining', '#d55e00'),
    ('jane', 'Entertainment', '#009e73'),
    ('jane', 'Transport', '#56b4e9'),
    ('jane', 'Technology', '#e69f00'),
    ('jane', 'Education', '#cc79a7'),
    ('jane', 'Housing', '#0072b2'),
    ('jane', 'Income', '#332288'),
    ('jane', 'Transfers', '#767676'),
    ('charlie', 'Shopping', '#d55e00'),
    ('charlie', 'Travel', '#56b4e9'),
    ('charlie', 'Health', '#009e73'),
    ('charlie', 'Technology', '#e69f00'),
    ('charlie', 'Education', '#cc79a7'),
    ('charlie', 'Housing', '#0072b2'),
    ('charlie', 'Income', '#332288'),
    ('charlie', 'Transfers', '#767676')
) AS c (persona, name, color) USING (persona)
ORDER BY h.user_id, c.name COLLATE "C";

INSERT INTO demo.categories (user_id, name, category_id)
SELECT user_id, c.name, c.id FROM demo.histories JOIN analytics.categories AS c USING (user_id);
