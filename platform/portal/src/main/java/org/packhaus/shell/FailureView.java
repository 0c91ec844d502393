package org.packhaus.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page could not be drawn. The reader gets a number, the log the story. */
@AnonymousAllowed
class FailureView extends FailurePage implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var number = Mishap.number();
        LOG.error("[{}] could not draw /{}", number, event.getLocation().getPath(), parameter.getException());
        tell(getTranslation("failure.ours"), getTranslation("failure.ours.next"), "PH-500 · " + number);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
