#!/bin/sh
# sbatch slurm.sh, and when the array is done: sbatch --array=0 --dependency=singleton slurm.sh report
#SBATCH --job-name=tls-codemod
#SBATCH --array=0-3
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
set -eu

if [ "${1:-check}" = report ]; then
  npx --yes tls-codemod@0.0.0 merge parts --fail-on none --quiet -o json:tls-report.json -o html:tls-report.html || test $? -eq 3
else
  npx --yes tls-codemod@0.0.0 check fleet --shard auto --fail-on none --quiet -o "json:parts/$SLURM_ARRAY_TASK_ID.json" || test $? -eq 3
fi
