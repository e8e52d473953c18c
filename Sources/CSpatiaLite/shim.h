// The C door: SpatiaLite's own headers on SQLite's, and nothing else.
#ifndef HLGEO_CSPATIALITE_SHIM_H
#define HLGEO_CSPATIALITE_SHIM_H

#include <sqlite3.h>
#include <spatialite.h>
#include <spatialite/gaiageo.h>

#endif
