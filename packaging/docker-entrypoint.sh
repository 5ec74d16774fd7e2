#!/bin/sh
# The entrypoint of the image `compat`, by the path at which harnesses call LocalStack's.
set -eu
exec /usr/local/bin/ruststack "$@"
