-- Each connection is two people by turns, whose tokens and ids are lines of the file that TWO names; each answer must be
-- 200 and hold ROWS rows, all of them of who asked, as the pattern OWNER finds it in them. With one connection a thread, answers come in the order of the questions.
local tokens, ids, asked = {}, {}, 0
answered, wrong, refused = 0, 0, 0
local threads = {}
for line in io.lines(os.getenv("TWO")) do
  local token, id = line:match("^(%S+) (%S+)$")
  tokens[#tokens + 1], ids[#ids + 1] = token, id
end
local rows, most = tonumber(os.getenv("ROWS")), tonumber(os.getenv("EACH"))
setup = function(thread) threads[#threads + 1] = thread end
request = function()
  asked = asked % #tokens + 1
  return wrk.format("GET", nil, { Authorization = "Bearer " .. tokens[asked] })
end
response = function(status, _, body)
  local whose, found, others = ids[asked], 0, 0
  for id in body:gmatch(os.getenv("OWNER")) do
    if id == whose then found = found + 1 else others = others + 1 end
  end
  answered = answered + 1
  if status ~= 200 then refused = refused + 1 elseif found ~= rows or others > 0 then wrong = wrong + 1 end
  if answered == most then wrk.thread:stop() end
end
done = function(summary)
  local all, bad, not_told = 0, 0, 0
  for _, thread in ipairs(threads) do
    all, bad, not_told = all + thread:get("answered"), bad + thread:get("wrong"), not_told + thread:get("refused")
  end
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d\n", all, bad, not_told, e.connect + e.read + e.write + e.timeout))
end
