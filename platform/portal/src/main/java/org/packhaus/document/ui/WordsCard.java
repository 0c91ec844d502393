package org.packhaus.document.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.Map;
import org.packhaus.document.SlipLanguage;
import org.packhaus.document.SlipWords;

/** Greeting and closing in each language; the one chosen here is the one being written, not the one being printed. */
class WordsCard extends Composite<Section> {
    private final Runnable changed;
    private final Map<SlipLanguage, SlipWords> words = new EnumMap<>(SlipLanguage.class);
    private final RadioButtonGroup<SlipLanguage> language = new RadioButtonGroup<>();
    private final TextArea greeting = new TextArea();
    private final TextArea closing = new TextArea();
    private boolean filling;

    WordsCard(Runnable changed) {
        this.changed = changed;
    }

    @Override
    protected Section initContent() {
        language.setLabel(getTranslation("papers.words.language"));
        language.setItems(SlipLanguage.values());
        language.setItemLabelGenerator(one -> getTranslation("papers.language." + PapersView.word(one)));
        language.setValue(SlipLanguage.GERMAN);
        language.addValueChangeListener(change -> fill());
        area(greeting, "papers.greeting", SlipWords.LONGEST_GREETING, 3);
        area(closing, "papers.closing", SlipWords.LONGEST_CLOSING, 5);
        var help = new Paragraph(getTranslation("papers.words.help", "{name}", "{order}"));
        help.addClassName("help");
        var rows = new Div(language, greeting, closing, help);
        rows.addClassNames("in", "rows");
        var card = new Section(new Header(new H2(getTranslation("papers.words"))), rows);
        card.addClassName("card");
        return card;
    }

    private void area(TextArea area, String key, int longest, int lines) {
        area.setLabel(getTranslation(key));
        area.setPlaceholder(getTranslation(key + ".example"));
        area.setMaxLength(longest);
        area.setMinRows(lines);
        area.setMaxRows(10);
        area.setWidthFull();
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(600);
        area.addValueChangeListener(change -> take());
    }

    void show(Map<SlipLanguage, SlipWords> said, SlipLanguage first) {
        getContent();
        words.clear();
        words.putAll(said);
        language.setValue(first);
        fill();
    }

    void mayEdit(boolean may) {
        getContent();
        greeting.setReadOnly(!may);
        closing.setReadOnly(!may);
    }

    /** Languages with nothing to say are left out, so that an emptied text is as if it had never been. */
    Map<SlipLanguage, SlipWords> words() {
        Map<SlipLanguage, SlipWords> said = new EnumMap<>(words);
        said.values().removeIf(SlipWords::isEmpty);
        return said;
    }

    private void fill() {
        filling = true;
        var said = words.getOrDefault(language.getValue(), SlipWords.NONE);
        greeting.setValue(said.greeting());
        closing.setValue(said.closing());
        filling = false;
    }

    private void take() {
        if (!filling) {
            words.put(language.getValue(), new SlipWords(greeting.getValue(), closing.getValue()));
            changed.run();
        }
    }
}
