"use strict";
// Runs in the Node release under examination: takes one question per line on stdin, as JSON, and answers with one line on stdout.
// Written for the oldest release the oracle asks, hence the syntax.

var readline = require("readline");
var tls = require("tls");
var Duplex = require("stream").Duplex;
var wire = require("./client-hello.cjs");
var values = require("./values.cjs");

// Long enough for a busy machine; nothing that is expected takes a second.
var TIMEOUT = 30000;

// `process.emitWarning` writes to stderr on each weak option; nobody reads that.
process.removeAllListeners("warning");
process.on("warning", ignore);

/** A stream whose other end is the function `onWrite`. */
function recordingStream(onWrite) {
  return new Duplex({
    read: function () {},
    write: function (chunk, encoding, done) {
      onWrite(chunk);
      done();
    },
  });
}

/** Hears the errors of sockets that are being torn down. */
function ignore() {}

function errorOf(error) {
  return { code: error && error.code ? error.code : null, message: String((error && error.message) || error) };
}

/** Applies process-wide settings and returns the function that takes them back. */
function applySettings(settings) {
  var names = Object.keys(settings.defaults || {});
  var before = names.map(function (name) {
    return tls[name];
  });
  var env = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  names.forEach(function (name) {
    tls[name] = values.decode(settings.defaults[name]);
  });
  if (settings.env !== undefined) process.env.NODE_TLS_REJECT_UNAUTHORIZED = settings.env;
  return function () {
    names.forEach(function (name, index) {
      tls[name] = before[index];
    });
    if (env === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = env;
  };
}

/** Calls `answer` with the first result, after `close`. */
function once(answer, close) {
  var isDone = false;
  var timer = setTimeout(function () {
    finish({ timeout: true });
  }, TIMEOUT);
  function finish(result) {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    close();
    answer(result);
  }
  return finish;
}

/** What `tls.connect` puts into its ClientHello, or its error. */
function hello(question, answer) {
  var socket;
  var written = Buffer.alloc(0);
  var finish = once(answer, function () {
    if (socket) socket.destroy();
    stream.destroy();
  });
  var stream = recordingStream(function (chunk) {
    written = Buffer.concat([written, chunk]);
    var message = wire.readFlight(written).messages[0];
    if (message) finish({ hello: wire.readClientHello(message.body) });
  });
  try {
    socket = tls.connect(
      Object.assign({ socket: stream, servername: "localhost" }, values.decodeOptions(question.options)),
    );
  } catch (error) {
    return finish({ throws: errorOf(error) });
  }
  socket.on("error", function (error) {
    finish({ error: errorOf(error) });
  });
}

/** Whether a connection to a reference server on loopback comes about. */
function connect(question, answer) {
  var socket;
  var finish = once(answer, function () {
    if (socket) socket.destroy();
  });
  var address = { port: question.port, host: "127.0.0.1", servername: question.servername };
  if (question.ca) address.ca = question.ca;
  try {
    socket = tls.connect(Object.assign(address, values.decodeOptions(question.options)));
  } catch (error) {
    return finish({ throws: errorOf(error) });
  }
  socket.on("secureConnect", function () {
    finish({ connected: { version: socket.getProtocol(), suite: socket.getCipher().name } });
  });
  socket.on("error", function (error) {
    finish({ error: errorOf(error) });
  });
  socket.on("close", function () {
    finish({ error: { code: null, message: "closed" } });
  });
}

/** The server's first flight as far as it is plain text. */
function readServerFlight(bytes) {
  var flight = wire.readFlight(bytes);
  if (flight.alert !== null) return { refused: { alert: flight.alert } };
  var first = flight.messages[0];
  if (!first || first.type !== wire.SERVER_HELLO) return null;
  var result = wire.readServerHello(first.body);
  if (result.version >= 0x0304) return { serverHello: result };
  var isWhole = flight.messages.some(function (message) {
    return message.type === wire.SERVER_HELLO_DONE;
  });
  if (!isWhole) return null;
  result.requestsCertificate = false;
  flight.messages.forEach(function (message) {
    if (message.type === wire.SERVER_KEY_EXCHANGE) result.group = wire.readNamedCurve(message.body);
    if (message.type === wire.CERTIFICATE_REQUEST) result.requestsCertificate = true;
  });
  return { serverHello: result };
}

/** What one server answers to one ClientHello. */
function answerHello(server, bytes, answer) {
  var written = Buffer.alloc(0);
  var finish = once(answer, function () {
    server.removeListener("tlsClientError", onError);
    stream.destroy();
  });
  // The stream of an earlier ClientHello, destroyed, may be reported late.
  function onError(failure) {
    if (failure.code !== "ECONNRESET") finish({ refused: errorOf(failure) });
  }
  var stream = recordingStream(function (chunk) {
    written = Buffer.concat([written, chunk]);
    var result = readServerFlight(written);
    if (result) finish(result);
  });
  server.on("tlsClientError", onError);
  server.emit("connection", stream);
  stream.push(bytes);
}

/** Lets the errors of a destroyed socket pass before the next one listens. */
function afterErrors(action) {
  setImmediate(setImmediate, action);
}

/** What `tls.createServer` answers to several ClientHellos, or its error. */
function serve(question, answer) {
  var server;
  try {
    server = tls.createServer(
      Object.assign({ key: question.keys, cert: question.certificates }, values.decodeOptions(question.options)),
    );
  } catch (error) {
    return answer({ throws: errorOf(error) });
  }
  var answers = [];
  (function next() {
    if (answers.length === question.hellos.length) return answer({ answers: answers });
    answerHello(server, Buffer.from(question.hellos[answers.length], "base64"), function (result) {
      answers.push(result);
      afterErrors(next);
    });
  })();
}

function pushUnlessDestroyed(stream, chunk) {
  if (!stream.destroyed) stream.push(chunk);
}

/** Two in-memory streams, each the other's peer. */
function streamPair() {
  var left = recordingStream(function (chunk) {
    setImmediate(pushUnlessDestroyed, right, chunk);
  });
  var right = recordingStream(function (chunk) {
    setImmediate(pushUnlessDestroyed, left, chunk);
  });
  return [left, right];
}

/** Whether a server lets a client in, and whether it takes it for authorized. */
function admit(question, answer) {
  var pair = streamPair();
  var client;
  var server;
  var finish = once(answer, function () {
    if (client) client.destroy();
    pair[0].destroy();
    pair[1].destroy();
  });
  try {
    server = tls.createServer(
      Object.assign(
        { key: question.keys, cert: question.certificates, ca: question.ca },
        values.decodeOptions(question.options),
      ),
    );
  } catch (error) {
    return finish({ throws: errorOf(error) });
  }
  server.on("secureConnection", function (socket) {
    socket.on("error", ignore);
    finish({ admitted: { authorized: socket.authorized } });
  });
  server.on("tlsClientError", function (error) {
    finish({ refused: errorOf(error) });
  });
  server.emit("connection", pair[0]);
  client = tls.connect(Object.assign({ socket: pair[1], rejectUnauthorized: false }, question.client));
  client.on("error", ignore);
}

var QUESTIONS = { hello: hello, connect: connect, serve: serve, admit: admit };

/** A failed call leaves its error in OpenSSL's queue, where the next failure would find it; loading the root certificates empties the queue. */
function clearOpenSslErrors() {
  tls.createSecureContext();
}

var lines = readline.createInterface({ input: process.stdin });
lines.on("line", function (line) {
  var question = JSON.parse(line);
  clearOpenSslErrors();
  var restore = applySettings(question.settings || {});
  QUESTIONS[question.type](question, function (result) {
    restore();
    process.stdout.write(JSON.stringify(result) + "\n");
  });
});
