#!/usr/bin/env bash
# One PostgreSQL whose store keeps its tables in hash partitions by agency (PostgreSqlStoreOptions.Partitions). Needs PostgreSQL 15 or later.
#   postgres-partitioned.sh start FOLDER  makes a server in a new folder and prints its connection string; the store makes the tables
#   postgres-partitioned.sh show FOLDER   lists each partitioned table with its partitions and rows
#   postgres-partitioned.sh stop FOLDER   stops everything and removes the folder
# Exits 77 where PostgreSQL is not installed.
set -euo pipefail

command=${1:-} folder=${2:-}
[ -n "$folder" ] || { sed -n '2,6p' "$0" >&2; exit 2; }
. "$(dirname "$0")/postgres-lib.sh"

case $command in
  start)
    new_folder "$folder"
    touch "$folder/made-by-newcitizen"
    trap 'stop_all "$folder"' ERR
    make_server "$folder" p1
    connection "$folder" p1
    ;;
  show)
    sql "$folder" p1 "SELECT p.relnamespace::regnamespace || '.' || p.relname || ': ' || count(*) || ' partitions, ' ||
      sum((xpath('/row/n/text()', query_to_xml('SELECT count(*) AS n FROM ' || c.oid::regclass, false, true, '')))[1]::text::bigint) || ' rows'
      FROM pg_partitioned_table t JOIN pg_class p ON p.oid = t.partrelid JOIN pg_inherits i ON i.inhparent = p.oid JOIN pg_class c ON c.oid = i.inhrelid
      GROUP BY p.relnamespace, p.relname ORDER BY 1"
    ;;
  stop) stop_all "$folder" ;;
  *) sed -n '2,6p' "$0" >&2; exit 2 ;;
esac
