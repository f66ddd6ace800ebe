-- Each request stores a transaction for another person: the tokens are lines of the file that TOKENS names. All are of one day
-- and category, or with SPREAD=yes each of another day and, by its text, of another category.
local tokens, n, spread = {}, 0, os.getenv("SPREAD") == "yes"
for line in io.lines(os.getenv("TOKENS")) do tokens[#tokens + 1] = line end
local categories = { "Groceries", "Housing", "Transport", "Health" }
request = function()
  n = n + 1
  local of = spread and n or 0
  local day = os.date("!%Y-%m-%d", os.time() - 86400 * (of * 7 % 1000))
  local body = string.format('{"amount":"12.34","currency":"EUR","transaction_date":"%s","category":"%s","merchant":"Shop %d"}',
    day, categories[of % #categories + 1], of % 300)
  return wrk.format("POST", nil, { Authorization = "Bearer " .. tokens[n % #tokens + 1], ["Content-Type"] = "application/json" }, body)
end
dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "result.lua")
