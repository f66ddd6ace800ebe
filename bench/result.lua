-- One line for the script: requests, seconds, answers that were not 2xx or did not come, and the 50th and 99th percentile in ms.
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %.3f %d %.2f %.2f\n", summary.requests, summary.duration / 1e6,
    e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
