-- One complete application per request, as the portal sends it: an own key, an own address, cities and open places mixed.
-- wrk gives each thread its own Lua state; the number of the thread and of the run keep addresses apart.
local cities = { "bilbao", "bielsko-biala", "bordeaux", "bucharest", "frankfurt", "grenoble", "ostrava", "plasencia", "porto", "torino" }
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(args)
  call = args[1]
  run = args[2]
  count = 0
end

function request()
  count = count + 1
  local id = run .. "-" .. number .. "-" .. count
  local city = ""
  if count % 3 > 0 then city = '"cityId":"' .. cities[count % 10 + 1] .. '",' end
  local body = '{"callId":"' .. call .. '","givenName":"Rosa","familyName":"Roja ' .. string.rep("a", count % 20)
    .. '","email":"rosa-' .. id .. '@example.org","organisation":"Cluster of Measurements","position":"Manager",'
    .. city .. '"country":"ES","profile":"CLUSTER_MANAGER","contributor":false,'
    .. '"motivation":"We bring a question about specialised diversification, and the experience of twelve companies that share a laboratory.",'
    .. '"language":"en","privacyAccepted":true}'
  return wrk.format("POST", "/api/v1/applications",
    { ["Content-Type"] = "application/json", ["Idempotency-Key"] = id }, body)
end

function done(summary, latency)
  io.write(string.format("RESULT %d %d %d %d %d %d %d\n", summary.requests, summary.duration,
    summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99), latency.max))
end
