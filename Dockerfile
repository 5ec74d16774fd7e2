# RustStack as images. They need BuildKit, which Docker 23 and newer use by themselves (before: DOCKER_BUILDKIT=1).
#
#   docker build -t ruststack .                                      the executable in an empty image
#   docker build -t ruststack:s3 --build-arg SERVICES=s3 .           one service alone
#   docker build -t ruststack:compat --target compat .               with a shell, for harnesses that replace the entrypoint
#   docker build --target binary --output artifacts/publish .        the executable alone
#
# The architecture is the builder's: for arm64, build on an arm64 machine or a buildx node that is one.

ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG BASE_IMAGE=debian:bookworm-slim
# Where the executable comes from: build compiles it here, prebuilt takes artifacts/publish/ruststack, which `make publish` leaves.
ARG BINARY=build

FROM ${SDK_IMAGE} AS build
ARG BUILD_PACKAGES="clang lld llvm zlib1g-dev libssl-dev libsqlite3-dev"
RUN [ -z "$BUILD_PACKAGES" ] || { apt-get update -q \
      && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $BUILD_PACKAGES \
      && rm -rf /var/lib/apt/lists/*; }
WORKDIR /source
ARG TARGETARCH
RUN case "${TARGETARCH:-$(uname -m)}" in \
      amd64 | x86_64) echo linux-x64 ;; \
      arm64 | aarch64) echo linux-arm64 ;; \
      *) echo "no build for $TARGETARCH" >&2; exit 1 ;; \
    esac >/rid
# The restored packages are a layer of their own, which lasts until a project file changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/Core/*.csproj src/Core/packages*.json src/Core/
COPY src/Expressions/*.csproj src/Expressions/packages*.json src/Expressions/
COPY src/DynamoDb/*.csproj src/DynamoDb/packages*.json src/DynamoDb/
COPY src/S3/*.csproj src/S3/packages*.json src/S3/
COPY src/Storage.Sqlite/*.csproj src/Storage.Sqlite/packages*.json src/Storage.Sqlite/
COPY src/Server/*.csproj src/Server/packages*.json src/Server/
# The build reads it as the property of the same name.
ARG SERVICES=s3,dynamodb
RUN dotnet restore src/Server -p:RuntimeIdentifier="$(cat /rid)"
COPY BannedSymbols.txt .editorconfig ./
COPY migrations migrations
COPY src src
# Analysis is the business of the repository's own build.
RUN dotnet publish src/Server --no-restore -p:RunAnalyzers=false -r "$(cat /rid)" -c Release -o /publish && mv /publish/ruststack /ruststack

FROM scratch AS prebuilt
COPY artifacts/publish/ruststack /ruststack

FROM ${BINARY} AS executable

FROM scratch AS binary
COPY --from=executable /ruststack /ruststack

# What the empty image has beside the executable. State goes to /data also by the name that LocalStack gives the folder.
FROM ${BASE_IMAGE} AS layout
RUN mkdir -p /layout/data /layout/var/lib && install -d -m 1777 /layout/tmp && ln -s /data /layout/var/lib/localstack

FROM ${BASE_IMAGE} AS compat
ARG COMPAT_PACKAGES="awscli ca-certificates curl"
RUN [ -z "$COMPAT_PACKAGES" ] || { apt-get update -q \
      && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $COMPAT_PACKAGES \
      && rm -rf /var/lib/apt/lists/*; }
RUN mkdir -p /data /etc/localstack/init/boot.d /etc/localstack/init/start.d /etc/localstack/init/ready.d /etc/localstack/init/shutdown.d \
    && ln -s /data /var/lib/localstack
COPY packaging/docker-entrypoint.sh packaging/awslocal /usr/local/bin/
COPY --from=executable /ruststack /usr/local/bin/ruststack
ARG VERSION=0.1.0
ARG REVISION=
ARG SOURCE=
LABEL org.opencontainers.image.title="RustStack" \
      org.opencontainers.image.description="Emulator of Amazon S3 and DynamoDB, with a shell for harnesses that replace the entrypoint" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.source="${SOURCE}"
EXPOSE 4566
HEALTHCHECK --interval=5s --timeout=6s --start-period=2s --retries=3 CMD ["ruststack", "--health-check"]
ENTRYPOINT ["docker-entrypoint.sh"]

FROM scratch AS ruststack
COPY --from=layout --chown=65532:65532 /layout/ /
COPY --from=executable /ruststack /ruststack
ARG VERSION=0.1.0
ARG REVISION=
ARG SOURCE=
LABEL org.opencontainers.image.title="RustStack" \
      org.opencontainers.image.description="Emulator of Amazon S3 and DynamoDB" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.source="${SOURCE}"
USER 65532:65532
EXPOSE 4566
HEALTHCHECK --interval=5s --timeout=6s --start-period=2s --retries=3 CMD ["/ruststack", "--health-check"]
ENTRYPOINT ["/ruststack"]
