export default {
  client: "minio",
  calls: [
    {
      names: ["Client().setRequestOptions"],
      args: [{}],
      code: `const client = new $Client({ endPoint: "service.example.com", useSSL: true, accessKey: "id", secretKey: "secret" });
  client.setRequestOptions(ARGS);
  await client.listBuckets();`,
    },
  ],
};
