type Columns<Value> = readonly (readonly Value[])[];

/** Of more combinations than this a sample is taken. */
const sampleSize = 32;

/** Ways to take one value of each column: all of them, or a sample in which every value of every column occurs. */
export function combinationsOf<Value>(columns: Columns<Value>): Columns<Value> {
  const total = columns.reduce((product, values) => product * BigInt(values.length), 1n);
  const isSample = total > sampleSize;
  const stride = isSample ? strideOver(total) : 1n;
  const rows = Array.from({ length: isSample ? sampleSize : Number(total) }, (_, row) =>
    combinationAt(columns, (BigInt(row) * stride) % total),
  );
  return isSample ? [...rows, ...rowsWithMissing(columns, rows)] : rows;
}

/** A step without a common divisor with the total, so that steps reach everything, and near its golden section, so that they do so evenly. */
function strideOver(total: bigint): bigint {
  let stride = (total * 618n + 500n) / 1000n;
  while (commonDivisor(stride, total) > 1n) stride++;
  return stride;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

/** The combination of a number whose digits choose one value of each column. */
function combinationAt<Value>(columns: Columns<Value>, number: bigint): readonly Value[] {
  let rest = number;
  return columns.map((values) => {
    const size = BigInt(values.length);
    const value = values[Number(rest % size)]!;
    rest /= size;
    return value;
  });
}

function rowsWithMissing<Value>(columns: Columns<Value>, rows: Columns<Value>): Columns<Value> {
  const missing = columns.map((values, column) => {
    const present = new Set(rows.map((row) => row[column]));
    return values.filter((value) => !present.has(value));
  });
  return Array.from({ length: Math.max(...missing.map(({ length }) => length)) }, (_, row) =>
    columns.map((values, column) => (missing[column]!.length > row ? missing[column]! : values)[row % values.length]!),
  );
}
