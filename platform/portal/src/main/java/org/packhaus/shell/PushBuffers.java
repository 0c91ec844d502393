package org.packhaus.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletService;
import java.util.Collections;
import org.atmosphere.cpr.ApplicationConfig;
import org.atmosphere.cpr.AtmosphereFramework;
import org.springframework.stereotype.Component;

/** Push connections only send; what browsers say comes by requests of its own. So their buffers may be small, which are one a session. */
@Component
class PushBuffers implements VaadinServiceInitListener {
    private static final String BYTES = "1024";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        if (event.getSource() instanceof VaadinServletService service) {
            var context = service.getServlet().getServletContext();
            for (var name : Collections.list(context.getAttributeNames())) {
                if (context.getAttribute(name) instanceof AtmosphereFramework framework) {
                    framework.addInitParameter(ApplicationConfig.WEBSOCKET_BUFFER_SIZE, BYTES);
                }
            }
        }
    }
}
