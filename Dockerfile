# Not built when it was written: no container engine was at hand. Its steps were tried one by one outside a container.
# How to run it: docs/operating.md

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Record systems that may open Myomatch: docs/smart-launch.md. They are built into the pages, so they are named here:
# docker build --build-arg MYOMATCH_RECORD_SYSTEMS='[…]' -t myomatch .
ARG MYOMATCH_RECORD_SYSTEMS=""
RUN npm run build

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY next.config.js ./
COPY scripts/next.mjs scripts/cli.mjs scripts/spawn.mjs scripts/content-policy.mjs ./scripts/
COPY lib/smart/settings.mjs ./lib/smart/
# the service for other programs reads the library when the server starts
COPY data ./data
COPY --from=build /app/public ./public
COPY --from=build /app/.next ./.next
USER node
EXPOSE 3000
CMD ["node", "scripts/next.mjs", "start"]
