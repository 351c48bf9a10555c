-- A person's browser on the way through the pages: the first page with its style sheet and pictures, each page filled in and sent, each
-- redirect followed, to the confirmation. Cookies and the form's hidden fields are kept as a browser does.
-- Needs one connection per thread (wrk -tN -cN), so that an answer belongs to the request before it; a new person starts when one has arrived.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
  thread:set("number", #threads)
end

function init(args)
  slug = args[1]
  run = args[2]
  arrived, broken, requests = 0, 0, 0
  firstBroken = ""
  persons = 0
  begin()
end

local letters = { "a", "b", "c", "d", "e", "f", "g", "h" }
local cities = { "", "bilbao", "porto", "torino", "ostrava", "bordeaux" }

function begin()
  persons = persons + 1
  cookies, csrf, seen, assets = {}, "", "", nil
  step = 1
end

local function encode(text)
  return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end

local function form(fields)
  local parts = { "csrf=" .. encode(csrf), "seen=" .. encode(seen), "go=next" }
  for name, value in pairs(fields) do table.insert(parts, name .. "=" .. encode(value)) end
  return table.concat(parts, "&")
end

local function base() return "/en/w/" .. slug end

-- path, and what is sent there; without it the page is read
local steps = {
  function() return base() .. "/apply" end,
  function()
    return base() .. "/application/you", form({ givenName = "Rosa", familyName = "Roja " .. letters[persons % 8 + 1],
      email = "rosa-" .. run .. "-" .. number .. "-" .. persons .. "@example.org",
      organisation = "Cluster of Measurements", position = "Manager", country = "ES" })
  end,
  function() return base() .. "/apply/taking-part" end,
  function()
    return base() .. "/application/taking-part", form({ profile = "CLUSTER_MANAGER", cityId = cities[persons % 6 + 1] })
  end,
  function() return base() .. "/apply/motivation" end,
  function()
    return base() .. "/application/motivation", form({
      motivation = "We bring a question about specialised diversification, and the experience of twelve companies that share a laboratory." })
  end,
  function() return base() .. "/apply/check" end,
  function() return base() .. "/application", form({ privacyAccepted = "yes" }) end,
  function() return base() .. "/applied" end,
}
-- where each form leads
local leads = { [2] = "/apply/taking-part", [4] = "/apply/motivation", [6] = "/apply/check", [8] = "/applied" }

function request()
  requests = requests + 1
  local jar = {}
  for name, value in pairs(cookies) do table.insert(jar, name .. "=" .. value) end
  local headers = { ["Accept-Encoding"] = "identity" }
  if #jar > 0 then headers["Cookie"] = table.concat(jar, "; ") end
  if assets and #assets > 0 then
    return wrk.format("GET", assets[#assets], headers)
  end
  local path, sent = steps[step]()
  if sent then
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    return wrk.format("POST", path, headers, sent)
  end
  return wrk.format("GET", path, headers)
end

local function wrong(what)
  broken = broken + 1
  if firstBroken == "" then firstBroken = ("step " .. step .. ": " .. what):gsub("%s+", "_") end
  begin()
end

function response(status, headers, body)
  for name, value in pairs(headers) do
    if name:lower() == "set-cookie" then
      local key, content = value:match("^([^=]+)=([^;]*)")
      if key then cookies[key] = content end
    end
  end
  if assets and #assets > 0 then
    table.remove(assets)
    if status ~= 200 then return wrong("asset " .. status) end
    if #assets == 0 then step = 2 end
    return
  end
  if leads[step] then
    local to = headers["Location"] or headers["location"] or ""
    if status ~= 303 or to:sub(-#leads[step]) ~= leads[step] then return wrong(status .. " to " .. to) end
    step = step + 1
    return
  end
  if status ~= 200 then return wrong(tostring(status)) end
  csrf = body:match('name="csrf" value="([^"]*)"') or csrf
  seen = body:match('name="seen" value="([^"]*)"') or seen
  if step == #steps then
    arrived = arrived + 1
    return begin()
  end
  if step == 1 then
    local seen = {}
    assets = {}
    for tag, address in body:gmatch('<(%a+)[^>]-[hs]re?[fc]="(/[^"]*)"') do
      if (tag == "link" or tag == "img" or tag == "script") and not seen[address] then
        seen[address] = true
        table.insert(assets, address)
      end
    end
    if #assets > 0 then return end
  end
  step = step + 1
end

function done(summary, latency)
  local arrivedInAll, brokenInAll, requestsInAll, first = 0, 0, 0, "-"
  for _, thread in ipairs(threads) do
    arrivedInAll = arrivedInAll + tonumber(thread:get("arrived"))
    brokenInAll = brokenInAll + tonumber(thread:get("broken"))
    requestsInAll = requestsInAll + tonumber(thread:get("requests"))
    if thread:get("firstBroken") ~= "" then first = thread:get("firstBroken") end
  end
  io.write(string.format("RESULT %d %d %d %d %d %d %d %s\n", arrivedInAll, summary.duration, brokenInAll, summary.requests,
    latency:percentile(50), latency:percentile(99), summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout, first))
end
