package org.packhaus.shell;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.stereotype.Component;

/**
 * Every open page keeps its push connection, and every connection two buffers. Browsers say little at a time; files of labels go out in
 * a few more pieces.
 */
@Component
class SocketBuffers implements TomcatConnectorCustomizer {
    private static final String READ_BYTES = "1024";
    private static final String WRITE_BYTES = "4096";

    @Override
    public void customize(Connector connector) {
        connector.setProperty("socket.appReadBufSize", READ_BYTES);
        connector.setProperty("socket.appWriteBufSize", WRITE_BYTES);
    }
}
