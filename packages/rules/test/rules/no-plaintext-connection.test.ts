import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-plaintext-connection", {
  valid: [
    {
      name: "gRPC with TLS",
      code: `const grpc = require("@grpc/grpc-js");\nnew Service("billing.example:443", grpc.credentials.createSsl());`,
    },
    {
      name: "gRPC on this machine",
      code: `const grpc = require("@grpc/grpc-js");\nnew Service("localhost:50051", grpc.credentials.createInsecure());`,
    },
    {
      name: "gRPC over a socket",
      code: `const grpc = require("@grpc/grpc-js");\nnew Service("unix:/run/billing.sock", grpc.credentials.createInsecure());`,
    },
    {
      name: "credentials of a name, for this machine",
      code: `const grpc = require("@grpc/grpc-js");\nconst credentials = grpc.credentials.createInsecure();\nnew Service("127.0.0.1:50051", credentials);`,
    },
    {
      name: "createInsecure of another package",
      code: `require("./credentials").createInsecure();\nrequire("@grpc/grpc-js");`,
    },
    {
      name: "SQL Server on this machine",
      code: `require("mssql").connect({ server: "localhost", options: { encrypt: false } });`,
    },
    {
      name: "SQL Server with TLS",
      code: `require("mssql").connect({ server: "db.example", options: { encrypt: true } });`,
    },
    { name: "a setting", code: `require("mssql").connect({ server: "db.example", options: { encrypt } });` },
    {
      name: "ADO.NET on this machine",
      code: `require("mssql").connect("Server=localhost,1433;Database=shop;Encrypt=false");`,
    },
    {
      name: "PostgreSQL with TLS",
      code: `const { Pool } = require("pg");\nnew Pool({ connectionString: "postgres://db.example/shop?sslmode=verify-full" });`,
    },
    {
      name: "prefer, which node-postgres verifies",
      code: `const { Pool } = require("pg");\nnew Pool({ connectionString: "postgres://db.example/shop?sslmode=prefer" });`,
    },
    {
      name: "PostgreSQL over a socket",
      code: `const { Pool } = require("pg");\nnew Pool({ host: "/var/run/postgresql", ssl: false });`,
    },
    { name: "Redis with TLS", code: `require("redis").createClient({ url: "rediss://cache.example" });` },
    {
      name: "Redis on this machine",
      code: `require("redis").createClient({ url: process.env.REDIS_URL || "redis://localhost:6379" });`,
    },
    {
      name: "Redis on this machine, with a port of its own",
      code: "require('redis').createClient({ url: `redis://127.0.0.1:${port}` });",
    },
    {
      name: "Redis whose socket has TLS",
      code: `require("redis").createClient({ url: "redis://cache.example", socket: { tls: true } });`,
    },
    {
      name: "ioredis with TLS beside the address",
      code: `const Redis = require("ioredis");\nnew Redis("redis://cache.example", { tls: {} });`,
    },
    {
      name: "ioredis with options from elsewhere",
      code: `const Redis = require("ioredis");\nnew Redis("redis://cache.example", options);`,
    },
    {
      name: "MongoDB with TLS",
      code: `const { MongoClient } = require("mongodb");\nnew MongoClient("mongodb://db.example/?tls=true");`,
    },
    {
      name: "MongoDB with TLS beside the address",
      code: `const { MongoClient } = require("mongodb");\nnew MongoClient("mongodb://db.example", { tls: true });`,
    },
    {
      name: "MongoDB by DNS",
      code: `const { MongoClient } = require("mongodb");\nnew MongoClient("mongodb+srv://db.example");`,
    },
    {
      name: "MongoDB on this machine, all members",
      code: `require("mongoose").connect("mongodb://localhost:27017,127.0.0.1:27018,[::1]:27019/shop");`,
    },
    { name: "MQTT with TLS", code: `require("mqtt").connect("mqtts://broker.example");` },
    { name: "MQTT with a certificate", code: `require("mqtt").connect("mqtt://broker.example", { cert, key });` },
    {
      name: "mail that has to be encrypted",
      code: `require("nodemailer").createTransport({ host: "mail.example", port: 587, requireTLS: true });`,
    },
    {
      name: "mail over TLS",
      code: `require("nodemailer").createTransport({ host: "mail.example", port: 465, secure: true });`,
    },
    {
      name: "mail of this machine",
      code: `require("nodemailer").createTransport({ host: "localhost", port: 587, ignoreTLS: true });`,
    },
    {
      name: "mail that may be encrypted elsewhere",
      code: `require("nodemailer").createTransport({ host: "mail.example", port: 587, ...settings });`,
    },
    {
      name: "FTP with TLS",
      code: `const { Client } = require("basic-ftp");\nawait new Client().access({ host: "files.example", secure: true });`,
    },
    { name: "a cookie", code: `const { Client } = require("basic-ftp");\nres.cookie("id", id, { secure: false });` },
    { name: "what is only said", code: `require("redis");\nlog("redis://cache.example");` },
  ],
  invalid: [
    {
      name: "gRPC",
      code: `const grpc = require("@grpc/grpc-js");\nmodule.exports = (Service) => new Service("billing.example:443", grpc.credentials.createInsecure());`,
    },
    {
      name: "gRPC, an address that is not known",
      code: `import { ChannelCredentials } from "@grpc/grpc-js";\nnew Service(address, ChannelCredentials.createInsecure());`,
    },
    {
      name: "gRPC, credentials of a name",
      code: `const { credentials } = require("@grpc/grpc-js");\nconst none = credentials.createInsecure();\nnew Service("dns:///billing.example:443", none);`,
    },
    {
      name: "a catcher of mail in another container",
      code: `const { createTransport } = require("nodemailer");\ncreateTransport({ host: "mailpit", port: 1025, secure: false, ignoreTLS: true });`,
    },
    {
      name: "a catcher of mail, or not",
      code: `const { createTransport } = require("nodemailer");\ncreateTransport({ host: "mail.example", port: dev ? 1025 : 25, ignoreTLS: true });`,
    },
    {
      name: "a gRPC server",
      code: `const grpc = require("@grpc/grpc-js");\nserver.bindAsync("0.0.0.0:50051", grpc.ServerCredentials.createInsecure(), done);`,
    },
    {
      name: "gRPC when asked",
      code: `const grpc = require("@grpc/grpc-js");\nif (options.insecure) new Service("billing.example:443", grpc.credentials.createInsecure());`,
    },
    {
      name: "SQL Server, a constant of TypeScript",
      filename: "src/example.ts",
      code: `import sql from "mssql";\nexport const pool = sql.connect({ server: "db.example", options: { encrypt: false as const } });`,
    },
    {
      name: "SQL Server, an address of the environment",
      code: `const { Connection } = require("tedious");\nnew Connection({ server: process.env.DB_HOST, options: { encrypt: false } });`,
    },
    {
      name: "SQL Server, ADO.NET",
      code: `require("mssql").connect("Server=tcp:db.example,1433;Database=shop;Encrypt=False;");`,
    },
    {
      name: "SQL Server, JDBC",
      code: `const { PrismaMssql } = require("@prisma/adapter-mssql");\nnew PrismaMssql("sqlserver://db.example:1433;database=shop;encrypt=false");`,
    },
    { name: "PostgreSQL", code: `const { Pool } = require("pg");\nnew Pool({ host: "db.example", ssl: false });` },
    {
      name: "PostgreSQL, whose default is said again",
      code: `const { Pool } = require("pg");\nnew Pool({ connectionString: process.env.DATABASE_URL, ssl: false });`,
    },
    {
      name: "PostgreSQL outside of production",
      code: `const { Pool } = require("pg");\nnew Pool({ host: "db.example", ssl: process.env.NODE_ENV === "production" ? { ca } : false });`,
    },
    {
      name: "PostgreSQL, by its address",
      code: `const { Client } = require("pg");\nnew Client("postgres://shop@db.example/shop?sslmode=disable");`,
    },
    {
      name: "postgres, which falls back",
      code: `import postgres from "postgres";\npostgres("postgres://db.example/shop?sslmode=prefer");`,
    },
    {
      name: "postgres, beside the address",
      code: `import postgres from "postgres";\npostgres({ host: "db.example", ssl: "prefer" });`,
    },
    { name: "Redis", code: `require("redis").createClient({ url: "redis://cache.example:6379" });` },
    {
      name: "ioredis, a template",
      code: "const Redis = require('ioredis');\nnew Redis(`redis://:${password}@cache.example:6379`);",
    },
    {
      name: "ioredis, a host that is not known",
      code: "const Redis = require('ioredis');\nnew Redis(`redis://${host}:6379`);",
    },
    {
      name: "MongoDB, one member elsewhere",
      code: `require("mongoose").connect("mongodb://localhost:27017,db.example:27017/shop");`,
    },
    {
      name: "MongoDB by DNS, without",
      code: `const { MongoClient } = require("mongodb");\nnew MongoClient("mongodb+srv://db.example/?tls=false");`,
    },
    { name: "MQTT", code: `import mqtt from "mqtt";\nmqtt.connect("mqtt://broker.example:1883", { username });` },
    { name: "MQTT over WebSockets", code: `import mqtt from "mqtt";\nawait mqtt.connectAsync("ws://broker.example");` },
    { name: "AMQP", code: `await require("amqplib").connect("amqp://guest:guest@mq.example");` },
    { name: "AMQP, by parts", code: `await require("amqplib").connect({ protocol: "amqp", hostname: "mq.example" });` },
    {
      name: "Kafka",
      code: `import { Kafka } from "kafkajs";\nnew Kafka({ brokers: ["kafka.example:9092"], ssl: false });`,
    },
    {
      name: "Elasticsearch",
      code: `const { Client } = require("@elastic/elasticsearch");\nnew Client({ node: "http://search.example:9200" });`,
    },
    {
      name: "mail that may go in plain text",
      code: `require("nodemailer").createTransport({ host: "mail.example", port: 587, secure: false, auth });`,
    },
    { name: "mail without", code: `require("nodemailer").createTransport({ host: "mail.example", ignoreTLS: true });` },
    {
      name: "mail that goes on without",
      code: `require("nodemailer").createTransport({ host: "mail.example", opportunisticTLS: true });`,
    },
    {
      name: "FTP",
      code: `const { Client } = require("basic-ftp");\nconst client = new Client();\nawait client.access({ host: "files.example", secure: false });`,
    },
  ],
});
