-- One district by its id, and never the same request twice.
--
-- The ids go round; with each round four other properties of the 25 usual ones are left out, and the list begins
-- elsewhere. So nothing that is kept of a former answer is the answer, and no member of a feature is one that an
-- answer always has; the boundary, which is most of the bytes, is in all of them. 3.7 million requests pass before one
-- comes again, whatever order the server makes of the names. HLGEO_BENCH_FROM says at which to begin, so that rounds
-- do not repeat one another.
local ids, names = {}, {}
for line in io.lines(os.getenv("HLGEO_BENCH_IDS")) do ids[#ids + 1] = line end
for line in io.lines(os.getenv("HLGEO_BENCH_PROPERTIES")) do names[#names + 1] = line end
local count = #names
local number = tonumber(os.getenv("HLGEO_BENCH_FROM") or "0")

-- The combinations of four places, in an order that is the same in every run.
local without = {}
for a = 1, count - 3 do
    for b = a + 1, count - 2 do
        for c = b + 1, count - 1 do
            for d = c + 1, count do without[#without + 1] = { a, b, c, d } end
        end
    end
end

-- What a round of ids has in common: made once a round, so that the generator is not what is measured.
local function properties(turn)
    local left_out, list = without[(turn * 7919) % #without + 1], {}
    for place = 0, count - 1 do
        local name = (place + turn) % count + 1
        if name ~= left_out[1] and name ~= left_out[2] and name ~= left_out[3] and name ~= left_out[4] then
            list[#list + 1] = names[name]
        end
    end
    return table.concat(list, ",")
end

local turn, list = -1, ""
function request()
    local now = math.floor(number / #ids)
    if now ~= turn then
        turn = now
        list = properties(turn)
    end
    local id = ids[number % #ids + 1]
    number = number + 1
    return wrk.format("GET", wrk.path .. "/" .. id .. "?properties=" .. list)
end
