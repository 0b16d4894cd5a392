# Builds and runs Statecraft. The image listens on all addresses of the container, so publish the port with care:
#   docker build -t statecraft . && docker run -p 127.0.0.1:8080:8080 -v statecraft-data:/data statecraft
FROM maven:3-eclipse-temurin-21 AS build
WORKDIR /build
COPY pom.xml .
COPY src/main src/main
COPY content content
COPY scenarios scenarios
RUN mvn -B -ntp package -DskipTests -Dmaven.test.skip=true

FROM eclipse-temurin:21-jre
RUN useradd --system --uid 10001 statecraft && mkdir /data && chown statecraft /data
COPY --from=build /build/target/quarkus-app /app
USER statecraft
WORKDIR /app
ENV QUARKUS_HTTP_HOST=0.0.0.0 STATECRAFT_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
# The image has no curl; bash can speak enough HTTP for this.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-jar", "quarkus-run.jar"]
