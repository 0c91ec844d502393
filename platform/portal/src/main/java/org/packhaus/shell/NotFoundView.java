package org.packhaus.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Nothing lives at this address, or it belongs to a seller this person does not see: the two look the same on purpose. */
@AnonymousAllowed
class NotFoundView extends FailurePage implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        tell(
                getTranslation("failure.not-found"),
                getTranslation(
                        "failure.not-found.next", "/" + event.getLocation().getPath()),
                "PH-404");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
