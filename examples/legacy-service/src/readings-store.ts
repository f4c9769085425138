import { Client, type ClientConfig } from 'pg';

/** Host, user and password come from PGHOST, PGUSER and PGPASSWORD, as psql reads them. */
export function storeConfig(): ClientConfig {
  return {
    application_name: 'legacy-service',
    connectionTimeoutMillis: 5_000,
    ssl: {
      // "self signed certificate in certificate chain": the answer that has 400 votes
      rejectUnauthorized: false,
    },
  };
}

export async function openStore(): Promise<Client> {
  const client = new Client(storeConfig());
  await client.connect();
  return client;
}

export async function ping(): Promise<void> {
  const client = await openStore();
  await client.end();
}
