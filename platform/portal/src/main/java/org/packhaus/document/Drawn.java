package org.packhaus.document;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfIndirectReference;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.utils.ICopyFilter;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what a page draws with; keeps out what acts, refers to other files, or only describes.
 *
 * <p>Fonts, images and glyphs may have any name ({@code A} is a glyph in every hand-made font), so a short key alone says
 * nothing: what it leads to decides.
 */
final class Drawn implements ICopyFilter {
    private static final Set<PdfName> NEVER = names(
            "OpenAction",
            "JS",
            "JavaScript",
            "EmbeddedFiles",
            "Annots",
            "AcroForm",
            "XFA",
            "RichMediaContent",
            "FFilter",
            "FDecodeParms",
            "PieceInfo",
            "StructParent",
            "StructParents");
    private static final Set<PdfName> ONLY_DRAWINGS =
            names("AA", "AF", "EF", "RF", "Ref", "OPI", "Alternates", "Parent", "Names", "URI");
    private static final Set<PdfName> KINDS = names(
            "Action",
            "Filespec",
            "EmbeddedFile",
            "Annot",
            "Page",
            "Pages",
            "Catalog",
            "ObjStm",
            "XRef",
            "Sig",
            "Metadata");
    private static final Set<PdfName> SUBTYPES = names("PS");
    private static final Set<PdfName> ACTIONS = names(
            "JavaScript",
            "Launch",
            "URI",
            "SubmitForm",
            "ImportData",
            "GoTo",
            "GoToR",
            "GoToE",
            "GoTo3DView",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute",
            "Named",
            "Hide",
            "ResetForm",
            "SetOCGState",
            "Thread",
            "Trans");

    @Override
    public boolean shouldProcess(PdfObject newParent, @Nullable PdfName name, PdfObject value) {
        PdfObject direct = value instanceof PdfIndirectReference reference ? reference.getRefersTo(true) : value;
        if (name != null && NEVER.contains(name)) {
            return false;
        }
        if (name != null && ONLY_DRAWINGS.contains(name) && !isDrawing(direct)) {
            return false;
        }
        if (PdfName.F.equals(name) && newParent instanceof PdfStream) {
            return false; // contents kept in another file
        }
        return !(direct instanceof PdfDictionary dictionary)
                || !is(dictionary, PdfName.Type, KINDS)
                        && !is(dictionary, PdfName.Subtype, SUBTYPES)
                        && !is(dictionary, PdfName.S, ACTIONS);
    }

    private static boolean isDrawing(@Nullable PdfObject object) {
        return object instanceof PdfStream
                || object instanceof PdfDictionary font && PdfName.Font.equals(font.get(PdfName.Type));
    }

    private static boolean is(PdfDictionary dictionary, PdfName key, Set<PdfName> names) {
        return dictionary.get(key) instanceof PdfName name && names.contains(name);
    }

    private static Set<PdfName> names(String... names) {
        return Stream.of(names).map(PdfName::new).collect(Collectors.toUnmodifiableSet());
    }
}
