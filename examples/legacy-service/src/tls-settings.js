'use strict';

const readers = {
  min: (value) => ({ minVersion: value }),
  verify: (value) => ({ rejectUnauthorized: value !== 'no' }),
};

/** Reads `min=TLSv1.3;verify=yes` into options for Node; words it does not know are left out. */
exports.parse = (text) =>
  Object.assign({}, ...text.split(';').map((setting) => {
    const [name, value] = setting.split('=');
    return Object.hasOwn(readers, name) ? readers[name](value) : {};
  }));
