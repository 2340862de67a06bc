# The program, built in one image and run in another that holds no tool to build with. See docs/operations.md.
# No package runs a script of its own: what is native comes ready-made.

FROM node:24.20.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-fund --no-audit

FROM packages AS build
RUN npm ci --ignore-scripts --no-fund --no-audit
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY src src
COPY projections projections
COPY script/build-assets.mjs script/build-bundle.mjs script/
RUN npm run --silent build

FROM node:24.20.0-bookworm-slim
# Node alone: what installs packages is not needed any more, and what is not there has no faults.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn-* \
    /usr/local/bin/yarn /usr/local/bin/yarnpkg \
  && mkdir /data /documents && chown node:node /data /documents && chmod 700 /data /documents
WORKDIR /app
COPY package.json ./
COPY bin bin
COPY script/node script/node
COPY protocols protocols
COPY deploy/eventstore/prepare.mjs deploy/eventstore/prepare.mjs
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
ENV NODE_ENV=production PORT=3000 FOOTPRINT_HOST=0.0.0.0 FOOTPRINT_DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=10m --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/footprint/main.js"]
