#!/usr/bin/env bash
# Creates what is missing of the databases named as arguments, each owned by a user of the same name whose password is
# in PASSWORD_<NAME>, and sets these passwords. Nothing is ever dropped.
set -euo pipefail

until pg_isready --quiet; do
  sleep 2
done

for name in "$@"; do
  variable="PASSWORD_${name^^}"
  # By environment, since a command line can be read by other processes.
  OWNER_PASSWORD="${!variable}" psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --set=name="$name" postgres <<'SQL'
\getenv password OWNER_PASSWORD
SET password_encryption = 'scram-sha-256';
SELECT format('CREATE ROLE %I LOGIN', :'name')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
SELECT format('ALTER ROLE %I PASSWORD %L', :'name', :'password') \gexec
SELECT format('CREATE DATABASE %I OWNER %I ENCODING ''UTF8'' TEMPLATE template0', :'name', :'name')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', :'name') \gexec
SQL
  echo "database $name is ready"
done
