-- The same page, with a condition that every feature meets and that is another one in every request.
--
-- "people > 0.000123" has to be read, planned and carried out; the answer has the same features each time. Each number
-- is asked for once; HLGEO_BENCH_FROM says at which to begin, so that rounds do not repeat one another.
local number = tonumber(os.getenv("HLGEO_BENCH_FROM") or "0")

function request()
    number = number + 1
    return wrk.format("GET", string.format("%s&filter=people%%3E0.%08d", wrk.path, number))
end
