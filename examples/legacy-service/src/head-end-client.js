var https = require('https');
var url = require('url');
var tlsDefaults = require('./tls-defaults');

/* The head end is a Windows 2003 box that nobody may touch: TLS 1.0, its own idea of a host name. */
function requestOptions() {
	var options = url.parse(process.env.HEAD_END_URL);
	options.ca = tlsDefaults.ca;
	options.agent = false;
	options.secureProtocol = 'TLSv1_method';
	options.ciphers = 'AES128-SHA:DES-CBC3-SHA:@SECLEVEL=0';
	options.checkServerIdentity = function () {
		return undefined;
	};
	return options;
}

exports.ping = function () {
	return new Promise(function (resolve, reject) {
		https.get(requestOptions(), function (response) {
			response.resume();
			response.on('end', resolve);
		}).on('error', reject);
	});
};
