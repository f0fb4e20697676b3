# Two stages: the first gets the production packages, the second holds them and the bot's own files, nothing else.
# Pin both bases by digest when you build for production: node:24-slim@sha256:...
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json package-lock.json LICENSE policy.example.yml manifest.yml ./
COPY blocks blocks
COPY src src
RUN mkdir /data && chown 10001:10001 /data && chmod 0700 /data
USER 10001:10001
VOLUME /data
EXPOSE 3000
# The health port is a loopback one, so the question is asked inside the container.
HEALTHCHECK --interval=15s --timeout=6s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9464/livez').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# A small young generation: floods of requests then take a third of the memory, at the same speed.
ENTRYPOINT ["node", "--disable-proto=delete", "--max-semi-space-size=4", "src/main.ts"]
