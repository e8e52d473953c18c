-- The same districts by a box whose sides differ by some millionths of a degree in every request.
--
-- A hundred steps on each side make a hundred million boxes, each asked for once; service.py makes sure that the
-- smallest and the largest of them hold the same districts. "BBOX" in the address is where the box goes;
-- HLGEO_BENCH_FROM says at which to begin, so that rounds do not repeat one another.
local before, after = wrk.path:match("^(.*)BBOX(.*)$")
local west, south, east, north = os.getenv("HLGEO_BENCH_BOX"):match("([^,]+),([^,]+),([^,]+),([^,]+)")
local number = tonumber(os.getenv("HLGEO_BENCH_FROM") or "0")
local step = 0.000001

function request()
    number = number + 1
    local n = number
    local box = string.format(
        "%.6f,%.6f,%.6f,%.6f", west - n % 100 * step, south - math.floor(n / 100) % 100 * step,
        east + math.floor(n / 10000) % 100 * step, north + math.floor(n / 1000000) % 100 * step)
    return wrk.format("GET", before .. box .. after)
end
