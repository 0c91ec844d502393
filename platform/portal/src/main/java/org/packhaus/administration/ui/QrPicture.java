package org.packhaus.administration.ui;

import com.vaadin.flow.component.Svg;
import java.util.stream.Collectors;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;

/** A QR code as one SVG path, dark on white in every theme: some cameras do not read it the other way round. */
class QrPicture extends Svg {
    /** Modules of white around it, as the standard asks. */
    private static final int QUIET = 4;

    QrPicture(String content, String name) {
        super(picture(content));
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", name);
        addClassName("qr");
    }

    static String picture(String content) {
        var code = new QrCode();
        code.setPreferredEccLevel(QrCode.EccLevel.M);
        code.setHumanReadableLocation(HumanReadableLocation.NONE);
        code.setModuleWidth(1);
        code.setQuietZoneHorizontal(QUIET);
        code.setQuietZoneVertical(QUIET);
        code.setContent(content);
        var path = code.getRectangles().stream()
                .map(box -> "M%d %dh%dv%dh-%dz"
                        .formatted((int) box.x + QUIET, (int) box.y + QUIET, (int) box.width, (int) box.height, (int)
                                box.width))
                .collect(Collectors.joining());
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + code.getWidth() + " " + code.getHeight()
                + "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\""
                + path
                + "\" fill=\"#000\"/></svg>";
    }
}
