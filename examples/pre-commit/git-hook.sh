#!/bin/sh
exec npx --yes tls-codemod@latest check --staged --quiet --no-interactive
