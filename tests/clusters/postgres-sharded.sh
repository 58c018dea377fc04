#!/usr/bin/env bash
# Several plain PostgreSQL servers on free ports of 127.0.0.1: the shards of UseShards. Needs PostgreSQL 15 or later.
#   postgres-sharded.sh start FOLDER [N]  makes N servers (3) in a new folder and prints a connection string each
#   postgres-sharded.sh foreign FOLDER    joins them with postgres_fdw into one partitioned table and shows what that refuses, and that a commit
#                                         over two of them is not atomic; exits 1 if PostgreSQL should one day do better
#   postgres-sharded.sh stop FOLDER       stops everything and removes the folder
# Exits 77 where PostgreSQL is not installed.
set -euo pipefail

command=${1:-} folder=${2:-} number=${3:-3}
[ -n "$folder" ] || { sed -n '2,8p' "$0" >&2; exit 2; }
. "$(dirname "$0")/postgres-lib.sh"

refused() {
  local what=$1 statement=$2 answer
  if answer=$(sql "$folder" s1 "$statement" 2>&1); then
    echo "NOT refused: $what" >&2
    exit 1
  fi
  echo "refused: $what: $(echo "$answer" | grep -m1 ERROR)"
}

case $command in
  start)
    new_folder "$folder"
    touch "$folder/made-by-newcitizen"
    trap 'stop_all "$folder"' ERR
    for i in $(seq "$number"); do make_server "$folder" "s$i"; done
    for i in $(seq "$number"); do connection "$folder" "s$i"; done
    ;;
  foreign)
    number=$(ls "$folder"/s*.port | wc -l)
    sql "$folder" s1 "CREATE EXTENSION IF NOT EXISTS postgres_fdw; DROP TABLE IF EXISTS person; CREATE TABLE person (agency text, id int, seats int) PARTITION BY HASH (agency)" 2>/dev/null
    for i in $(seq "$number"); do
      sql "$folder" "s$i" "DROP TABLE IF EXISTS person_here; CREATE TABLE person_here (agency text, id int, seats int, PRIMARY KEY (agency, id))" 2>/dev/null
      sql "$folder" s1 "DROP SERVER IF EXISTS s$i CASCADE; CREATE SERVER s$i FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '$(cat "$folder/s$i.port")', dbname 'newcitizen');
        CREATE USER MAPPING FOR postgres SERVER s$i OPTIONS (user 'postgres');
        CREATE FOREIGN TABLE person_$i PARTITION OF person FOR VALUES WITH (MODULUS $number, REMAINDER $((i - 1))) SERVER s$i OPTIONS (table_name 'person_here')" 2>/dev/null
    done
    sql "$folder" s1 "INSERT INTO person SELECT 'agency-' || g, g, 100 FROM generate_series(1, 60) g"
    echo "rows on each server: $(for i in $(seq "$number"); do sql "$folder" "s$i" "SELECT count(*) FROM person_here"; done | tr '\n' ' ')"
    refused "a unique index over all servers" "CREATE UNIQUE INDEX person_once ON person (id)"
    refused "a prepared transaction, the way to a commit over servers" "BEGIN; UPDATE person SET seats = seats; PREPARE TRANSACTION 'both'"

    # Half a commit: the commit reaches the servers one after the other; a deferred check makes the last of them say no.
    sql "$folder" "s$number" "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''this server says no at commit''; END';
      DROP TRIGGER IF EXISTS refuse ON person_here; CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE ON person_here DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()" 2>/dev/null
    if sql "$folder" s1 "BEGIN; UPDATE person SET seats = 0 WHERE tableoid = 'person_1'::regclass; UPDATE person SET seats = 0 WHERE tableoid = 'person_$number'::regclass; COMMIT" 2>/dev/null; then
      echo "NOT refused: the commit" >&2
      exit 1
    fi
    first=$(sql "$folder" s1 "SELECT count(*) FROM person_here WHERE seats = 0")
    last=$(sql "$folder" "s$number" "SELECT count(*) FROM person_here WHERE seats = 0")
    echo "half a commit: the client got an error; changed on the first server: $first rows, on the last: $last rows"
    [ "$first" -gt 0 ] && [ "$last" -eq 0 ] || { echo "the commit was atomic after all" >&2; exit 1; }
    ;;
  stop) stop_all "$folder" ;;
  *) sed -n '2,8p' "$0" >&2; exit 2 ;;
esac
