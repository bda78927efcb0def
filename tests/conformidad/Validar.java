import java.io.FileInputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Judges each file against PDF/A-3a and PDF/UA-1: one line a verdict, one more a broken rule, with tabs between. */
public class Validar {
    private static final int ROTAS = 20;

    public static void main(String[] rutas) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (String ruta : rutas) {
            for (PDFAFlavour norma : new PDFAFlavour[] {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1}) {
                juzgar(ruta, norma);
            }
        }
    }

    private static void juzgar(String ruta, PDFAFlavour norma) throws Exception {
        try (FileInputStream entrada = new FileInputStream(ruta);
                PDFAParser lector = Foundries.defaultInstance().createParser(entrada, norma);
                PDFAValidator juez = Foundries.defaultInstance().createValidator(norma, false)) {
            ValidationResult fallo = juez.validate(lector);
            System.out.println("veredicto\t" + ruta + "\t" + norma.getId() + "\t" + fallo.isCompliant());
            fallo.getTestAssertions().stream()
                    .filter(regla -> regla.getStatus() == TestAssertion.Status.FAILED)
                    .limit(ROTAS)
                    .forEach(regla -> System.out.println("rota\t" + describir(regla)));
        }
    }

    private static String describir(TestAssertion regla) {
        return regla.getRuleId().getClause() + "-" + regla.getRuleId().getTestNumber() + "\t"
                + regla.getMessage().replaceAll("\\s+", " ") + "\t" + regla.getLocation().getContext();
    }
}
