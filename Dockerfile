# Builds every program of Spend Tracker from source; nothing but Docker is needed.
# Targets: migrate, auth-service, analytics-service, web-ui, gateway.

# --- The site: its files are the same for every processor. --------------------------------------------------------
FROM node:24-slim AS site
WORKDIR /src/web-ui
COPY web-ui/package.json web-ui/package-lock.json web-ui/.npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY web-ui/ ./
RUN npm run build

# --- All jars, in one Maven run. ----------------------------------------------------------------------------------
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY .mvn/jvm.config .mvn/jvm.config
COPY pom.xml ./
# Maven reads the whole list of modules, also those that are not built here.
COPY e2e/pom.xml e2e/pom.xml
COPY local-stack/pom.xml local-stack/pom.xml
COPY db/ db/
COPY bank-files/ bank-files/
COPY service-support/ service-support/
COPY auth-service/ auth-service/
COPY analytics-service/ analytics-service/
COPY gateway/ gateway/
COPY web-ui/pom.xml web-ui/pom.xml
COPY web-ui/src/main/ web-ui/src/main/
COPY --from=site /src/web-ui/target/site/ web-ui/target/site/
COPY --from=site /src/web-ui/target/sbom/ web-ui/target/sbom/
# Without tests: .dockerignore leaves them out, and ./mvnw verify runs them.
RUN --mount=type=cache,target=/root/.m2/repository \
    mvn --batch-mode --no-transfer-progress -DskipTests -Dskip.ui \
        --projects db,auth-service,analytics-service,gateway,web-ui --also-make package
# A jar of jars starts in twice the time of the same jars side by side.
RUN for name in auth-service analytics-service web-ui gateway; do \
      java -Djarmode=tools -jar "$name/target/$name.jar" extract --destination "/apps/$name" || exit 1; \
    done

# --- What all programs run on. ------------------------------------------------------------------------------------
FROM eclipse-temurin:25-jre AS runtime
# Small programs with little garbage: the serial collector and short object headers save the most memory. glibc gives
# each thread an arena of its own, which costs such programs more than their heap. Netty's native transport would have to
# be unpacked to /tmp, where Compose lets nothing be executed; Java's own does as well here.
ENV SERVER_ADDRESS=0.0.0.0 \
    SECRETS_DIR=/run/spend-tracker \
    MALLOC_ARENA_MAX=2
RUN mkdir /app && printf '%s\n' \
      -XX:+UseSerialGC \
      -XX:+UseCompactObjectHeaders \
      -XX:ReservedCodeCacheSize=64m \
      -XX:MaxMetaspaceSize=192m \
      -XX:+ExitOnOutOfMemoryError \
      -Xss512k \
      -Dio.netty.transport.noNative=true \
      > /app/jvm.options
COPY docker/healthy /app/healthy
WORKDIR /app

# --- One image for each program. Each runs as a user of its own, so that a secret can belong to one alone. --------
FROM runtime AS migrate
RUN groupadd --system --gid 10001 migrate && useradd --system --uid 10001 --gid 10001 --no-create-home migrate && echo -Xmx96m >> jvm.options
COPY --from=build /src/db/target/db-exec.jar ./
USER migrate
ENTRYPOINT ["java", "@/app/jvm.options", "-jar", "/app/db-exec.jar"]

# The services carry an AOT cache (JEP 514): a training run loads and links their classes once, while the image is
# built, with the very Java and options that will use it. Spring ends it before it opens a port or asks a database.
FROM runtime AS auth-service
RUN groupadd --system --gid 10002 auth-service && useradd --system --uid 10002 --gid 10002 --no-create-home auth-service && echo -Xmx128m >> jvm.options
COPY --from=build /apps/auth-service/ ./
# The key is one of this run alone: nothing is encrypted with it.
RUN KEY_ENCRYPTION_KEY=$(head -c 32 /dev/urandom | base64) \
    java @jvm.options -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar /app/auth-service.jar
USER auth-service
EXPOSE 8081
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/app.aot", "-jar", "/app/auth-service.jar"]

FROM runtime AS analytics-service
RUN groupadd --system --gid 10003 analytics-service && useradd --system --uid 10003 --gid 10003 --no-create-home analytics-service && echo -Xmx160m >> jvm.options \
    && install --directory --owner=analytics-service /var/lib/spend-tracker/imports
COPY --from=build /apps/analytics-service/ ./
RUN java @jvm.options -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar /app/analytics-service.jar
USER analytics-service
EXPOSE 8082
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/app.aot", "-jar", "/app/analytics-service.jar"]

FROM runtime AS web-ui
RUN groupadd --system --gid 10004 web-ui && useradd --system --uid 10004 --gid 10004 --no-create-home web-ui && echo -Xmx64m >> jvm.options
COPY --from=build /apps/web-ui/ ./
RUN java @jvm.options -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar /app/web-ui.jar
USER web-ui
EXPOSE 8083
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/app.aot", "-jar", "/app/web-ui.jar"]

FROM runtime AS gateway
RUN groupadd --system --gid 10005 gateway && useradd --system --uid 10005 --gid 10005 --no-create-home gateway && echo -Xmx128m >> jvm.options
COPY --from=build /apps/gateway/ ./
RUN java @jvm.options -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar /app/gateway.jar
USER gateway
EXPOSE 8501
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/app.aot", "-jar", "/app/gateway.jar"]
