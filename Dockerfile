# Cairn beside a Neo4j of its own: docker-compose.yml runs both. The image has neither Java nor Maven.
FROM node:20-bookworm-slim AS build
WORKDIR /cairn
# What is installed changes less often than the sources.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build
RUN npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
# Python packages are read by a Python; tini ends what the server starts.
RUN apt-get update && apt-get install --yes --no-install-recommends python3 tini && rm -rf /var/lib/apt/lists/*
WORKDIR /cairn
COPY --from=build /cairn/node_modules ./node_modules
COPY --from=build /cairn/dist/src ./dist/src
COPY --from=build /cairn/dist/web ./dist/web
COPY package.json README.md LICENSE ./
COPY schema ./schema
COPY seed/browser ./seed/browser
RUN mkdir /data && chown node:node /data
USER node
ENV NODE_ENV=production CAIRN_HOME=/data CAIRN_CACHE=/data/cache CAIRN_HOST=0.0.0.0 CAIRN_PORT=7420
VOLUME /data
EXPOSE 7420
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:7420/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--"]
CMD ["node", "dist/src/cli/main.js", "up", "--foreground"]
