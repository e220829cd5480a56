import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks files against PDF/UA-1: a line "path TAB true|false TAB checks made" for each, then what is wrong with it. */
public class Check {
  public static void main(String[] paths) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String path : paths) {
      try (FileInputStream file = new FileInputStream(path);
          PDFAParser parser = Foundries.defaultInstance().createParser(file, PDFAFlavour.PDFUA_1);
          PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
        ValidationResult result = validator.validate(parser);
        System.out.println(path + "\t" + result.isCompliant() + "\t" + result.getTotalAssertions());
        for (TestAssertion each : result.getTestAssertions()) {
          System.out.println("  " + each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber() + " " + each.getMessage());
        }
      }
    }
  }
}
