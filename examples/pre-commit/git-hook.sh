#!/bin/sh
exec npx --yes tls-codemod@0.0.0 check --staged --quiet --no-interactive
