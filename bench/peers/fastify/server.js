// Unprotected Fastify with pg and @fastify/jwt: the same work in the usual Node way.
const { randomUUID } = require('node:crypto');
const fastify = require('fastify')({ logger: false });
const { Pool } = require('pg');

const pool = new Pool({ connectionString: process.env.BENCH_URL, max: 20 });
fastify.register(require('@fastify/jwt'), {
  secret: process.env.BENCH_SECRET,
  verify: { algorithms: ['HS256'] },
});

const columns = 'id, owner_id, title, description, status, created_at, updated_at';
const statement = (name, text) => (values) => pool.query({ name, text, values });
const one = statement('one', `select ${columns} from tasks where id = $1`);
const total = statement('total', 'select count(*)::int as n from tasks where owner_id = $1');
const page = statement(
  'page',
  `select ${columns} from tasks where owner_id = $1 order by created_at desc limit $2 offset $3`,
);
const insert = statement(
  'insert',
  `insert into tasks(${columns}) values($1,$2,$3,$4,$5,$6,$6) returning ${columns}`,
);

const task = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    owner_id: { type: 'string' },
    title: { type: 'string' },
    description: { type: 'string', nullable: true },
    status: { type: 'string' },
    created_at: { type: 'string', format: 'date-time' },
    updated_at: { type: 'string', format: 'date-time' },
  },
};
const item = {
  params: { type: 'object', properties: { id: { type: 'string', format: 'uuid' } } },
  response: { 200: task },
};
const list = {
  querystring: {
    type: 'object',
    properties: {
      limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      offset: { type: 'integer', minimum: 0, default: 0 },
    },
  },
  response: {
    200: {
      type: 'object',
      properties: { items: { type: 'array', items: task }, total: { type: 'integer' } },
    },
  },
};
const creation = {
  body: {
    type: 'object',
    required: ['title'],
    properties: {
      title: { type: 'string', minLength: 1, maxLength: 200 },
      description: { type: 'string', nullable: true, maxLength: 5000 },
      status: {
        type: 'string',
        enum: ['pending', 'in_progress', 'completed'],
        default: 'pending',
      },
    },
  },
  response: { 201: task },
};

fastify.register(async (app) => {
  app.addHook('onRequest', async (request) => {
    await request.jwtVerify();
  });
  app.get('/tasks/:id', { schema: item }, async (request, reply) => {
    const found = (await one([request.params.id])).rows[0];
    if (!found || found.owner_id !== request.user.sub) {
      return reply.code(404).send({ detail: 'Task not found' });
    }
    return found;
  });
  app.get('/tasks', { schema: list }, async (request) => {
    const { limit, offset } = request.query;
    const count = (await total([request.user.sub])).rows[0].n;
    return { items: (await page([request.user.sub, limit, offset])).rows, total: count };
  });
  app.post('/tasks', { schema: creation }, async (request, reply) => {
    const { title, description = null, status } = request.body;
    const values = [randomUUID(), request.user.sub, title, description, status, new Date()];
    reply.code(201);
    return (await insert(values)).rows[0];
  });
});
fastify.listen({ host: '127.0.0.1', port: Number(process.env.BENCH_PORT) });
