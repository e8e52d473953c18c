"""Writes data/districts.csv and data/lsoa.csv: id,weight,longitude,latitude,region,icb."""
import csv, gzip, json, pathlib
root = pathlib.Path(__file__).parent.parent
geodata = pathlib.Path(sys.argv[1])
out = csv.writer(open(root / "data/districts.csv", "w"))
out.writerow(["id", "weight", "longitude", "latitude", "region", "icb"])
for row in csv.DictReader(open(root / "districts.csv")):
    out.writerow([row["area_code"], row["people"], row["longitude"], row["latitude"], row["region_name"], row["icb_name"].replace(",", "")])
residents = {r["LSOA21CD"]: r["residents_2021"] for r in csv.DictReader(gzip.open(geodata / "scale/lsoa21_covariates.csv.gz", "rt"))}
out = csv.writer(open(root / "data/lsoa.csv", "w"))
out.writerow(["id", "weight", "longitude", "latitude", "region", "icb"])
n = 0
for f in json.load(gzip.open(geodata / "scale/england_lsoa_2021_bsc.geojson.gz", "rt"))["features"]:
    code = f["properties"]["LSOA21CD"]
    if code not in residents: continue
    c = f["geometry"]["coordinates"]
    rings = [c[0]] if f["geometry"]["type"] == "Polygon" else [p[0] for p in c]
    ring = max(rings, key=len)
    x = sum(p[0] for p in ring[:-1]) / (len(ring) - 1); y = sum(p[1] for p in ring[:-1]) / (len(ring) - 1)
    out.writerow([code, residents[code], round(x, 6), round(y, 6), "", ""]); n += 1
print(n)
