-- A point somewhere between Oxford, Worcester and Sheffield, all of it England and no tidal water, to a millionth of a
-- degree: another one in every request. "LON" and "LAT" in the address are where its numbers go; HLGEO_BENCH_FROM
-- seeds the choice, so that rounds do not repeat one another.
math.randomseed(tonumber(os.getenv("HLGEO_BENCH_FROM") or "0") + 1)

function request()
    local longitude = string.format("%.6f", -2.1 + 1.2 * math.random())
    local latitude = string.format("%.6f", 51.6 + 1.6 * math.random())
    return wrk.format("GET", (wrk.path:gsub("LON", longitude):gsub("LAT", latitude)))
end
