package org.packhaus.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;

/** What happened, what it means, what to do next, and the number under which the log knows more. */
class FailurePage extends Main {

    void tell(String title, String next, String code) {
        var head = new H1(title);
        var advice = new Paragraph(next);
        advice.addClassNames("m", "two");
        var home = new ActionButton(
                        Icon.ORDERS, getTranslation("failure.home"), click -> getUI().ifPresent(ui -> ui.navigate("")))
                .fill();
        var again = new ActionButton(
                Icon.AGAIN,
                getTranslation("failure.again"),
                click -> getUI().ifPresent(ui -> ui.getPage().reload()));
        var actions = new Div(home, again);
        actions.addClassName("row");
        var number = new Paragraph(code);
        number.addClassNames("xs", "code");
        var page = new Div(head, advice, actions, number);
        page.addClassName("failure");
        addClassName("failures");
        add(page);
    }
}
