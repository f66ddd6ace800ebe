-- Each request is another person's: the tokens are lines of the file that TOKENS names. With BODY, which is JSON, it is sent.
local tokens, n, body = {}, 0, os.getenv("BODY")
local method = body and "POST" or "GET"
for line in io.lines(os.getenv("TOKENS")) do tokens[#tokens + 1] = line end
request = function()
  n = n % #tokens + 1
  return wrk.format(method, nil, { Authorization = "Bearer " .. tokens[n], ["Content-Type"] = body and "application/json" }, body)
end
dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "result.lua")
