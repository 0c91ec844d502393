package org.packhaus.plugin.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.packhaus.plugin.PluginUploadException;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;

/** Takes a JAR and, where there is one, its signature; says at once what would keep it out. */
class UploadDialog extends Dialog {
    private static final int MOST_BYTES = 50 * 1024 * 1024;

    private final Div failure = new Div();
    private final ActionButton install;
    private byte @Nullable [] jar;
    private byte @Nullable [] signature;

    UploadDialog(BiFunction<byte[], byte @Nullable [], String> take, Runnable then) {
        setHeaderTitle(getTranslation("plugins.upload"));
        setWidth("560px");
        failure.addClassNames("note", "late");
        failure.getElement().setAttribute("role", "alert");
        failure.setVisible(false);
        var means = new Paragraph(getTranslation("plugins.upload.means"));
        var upload = new Upload(UploadHandler.inMemory((metadata, data) -> received(metadata.fileName(), data)));
        upload.setMaxFiles(2);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setUploadButton(new ActionButton(null, getTranslation("plugins.choose"), click -> {}));
        upload.setDropLabel(new Span(getTranslation("plugins.drop")));
        upload.addFileRemovedListener(removed -> received(removed.getFileName(), null));
        var all = new Div(means, upload, failure);
        all.addClassName("rows");
        add(all);
        install = new ActionButton(null, getTranslation("plugins.install"), click -> install(take, then)).fill();
        install.setEnabled(false);
        getFooter().add(new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(), install);
    }

    private void received(String name, byte @Nullable [] data) {
        if (name.endsWith(".sig")) {
            signature = data;
        } else {
            jar = data;
        }
        failure.setVisible(false);
        install.setEnabled(jar != null);
    }

    private void install(BiFunction<byte[], byte @Nullable [], String> take, Runnable then) {
        byte[] file = jar;
        if (file == null) {
            return;
        }
        try {
            var taken = take.apply(file, signature);
            close();
            Toast.done(getTranslation("plugins.taken", taken));
            then.run();
        } catch (PluginUploadException e) {
            failure.removeAll();
            var words = new Div(new Div(Problems.text(e)));
            var code = new Div(e.code());
            code.addClassNames("xs", "code");
            words.add(new Div(String.valueOf(e.getMessage())), code);
            failure.add(Icon.ALERT.create(), words);
            failure.setVisible(true);
        }
    }
}
