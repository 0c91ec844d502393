#!/bin/sh
# Inside the container: our plugins take the road of everybody's, into the plugin folder; then the portal.
set -eu
mkdir -p /srv/packhaus/plugins
cp -u /opt/packhaus/plugins/*.jar /srv/packhaus/plugins/
exec java -XX:MaxRAMPercentage=60 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -jar /opt/packhaus/portal.jar --packhaus.data=/srv/packhaus \
    --packhaus.plugins.checksums=/opt/packhaus/plugins.sha256 "$@"
