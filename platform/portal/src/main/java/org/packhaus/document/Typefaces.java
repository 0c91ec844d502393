package org.packhaus.document;

import com.itextpdf.io.font.FontProgram;
import com.itextpdf.io.font.FontProgramFactory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The fonts that are shipped, read once. Licences (SIL OFL 1.1) are beside the files. */
enum Typefaces {
    REGULAR("NotoSans-Regular.ttf"),
    BOLD("NotoSans-SemiBold.ttf"),
    CHINESE("NotoSansSC-Regular.ttf");

    private final FontProgram program;

    Typefaces(String file) {
        try (InputStream in = Typefaces.class.getResourceAsStream("fonts/" + file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            program = FontProgramFactory.createFont(in.readAllBytes(), false);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + file + " is missing from the portal's jar", e);
        }
    }

    FontProgram program() {
        return program;
    }
}
