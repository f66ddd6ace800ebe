-- Each request is another person's: the tokens are lines of the file that TOKENS names. With BODY, which is JSON, it is sent.
local tokens, n, body = {}, 0, os.getenv("BODY")
local method = body and "POST" or "GET"
for line in io.lines(os.getenv("TOKENS")) do tokens[#tokens + 1] = line end
request = function()
  n = n % #tokens + 1
  return wrk.format(method, nil, { Authorization = "Bearer " .. tokens[n], ["Content-Type"] = body and "application/json" }, body)
end
-- One line for the script: requests, seconds, answers that were not 2xx or did not come, and the 50th and 99th percentile in ms.
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %.3f %d %.2f %.2f\n", summary.requests, summary.duration / 1e6,
    e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
