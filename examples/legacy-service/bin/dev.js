#!/usr/bin/env node
'use strict';

// nobody has a certificate on a laptop
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
process.env.PORT = process.env.PORT || '9443';

require('../src/server');
