package vn.quantrac.ingestion.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.quantrac.ingestion.registry.Series;
import vn.quantrac.ingestion.telegram.BadFieldException;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "58.70,mg/L,mg/L,58.70",
        "58.70,MG/l,mg/L,58.70",
        "58.70,,mg/L,58.70",
        "41.3,ug/m3,ug/m3,41.3",
        "41.3,µg/Nm³,ug/m3,41.3",
        "41.3,μg/m3,ug/m3,41.3",
        "38.4,mg/Nm3,mg/m3,38.4",
        "31.6,oC,Cel,31.6",
        "31.6,°C,Cel,31.6",
        "7.21,-,[pH],7.21",
        "7.21,pH,[pH],7.21",
        "20.9,%V,%,20.9",
        "42.0,Pt-Co,{Pt-Co},42.0",
        "42.0,PtCo,[hnz'U],42.0",
        "512.4,m3/h,m3/h,512.4",
        "512.4,m³/h,m3/h,512.4",
        "12.5,NTU,[NTU],12.5",
        "1.2,knots,knots,1.2",
    })
    void the_same_unit_keeps_every_digit(String value, String sent, String canonical, String expected)
            throws BadFieldException {
        assertThat(convert(value, sent, canonical)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "38400,ug/m3,mg/m3,38.4",
        "0.5,mg/m3,ug/m3,500",
        "120,ug/L,mg/L,0.12",
        "10,L/s,m3/h,36",
        "2400,m3/ngày,m3/h,100",
        "1,m3/d,m3/h,0.04166666666666667",
        "1013.25,hPa,kPa,101.325",
        "1.5,mS/cm,uS/cm,1500",
        "0.15,S/m,uS/cm,1500",
        "0.209,/,%,20.9",
    })
    void another_unit_of_the_dimension_is_converted(String value, String sent, String canonical, String expected)
            throws BadFieldException {
        assertThat(convert(value, sent, canonical)).isEqualByComparingTo(expected);
        assertThat(convert(value, sent, canonical).toPlainString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"kg,mg/L", "-,mg/L", "mg/L,ug", "ppm,mg/m3", "mg/L,{unheard}"})
    void another_dimension_is_refused(String sent, String canonical) {
        assertThatThrownBy(() -> convert("1", sent, canonical)).hasMessageContaining("does not come in");
    }

    @Test
    void no_value_stays_none() throws BadFieldException {
        assertThat(Units.convert(null, "g/L", series("mg/L"))).isNull();
    }

    private static BigDecimal convert(String value, String sent, String canonical) throws BadFieldException {
        return Units.convert(new BigDecimal(value), sent == null ? "" : sent, series(canonical));
    }

    private static Series series(String unit) {
        return new Series(1, "X", unit, unit, null, null, null, null, null);
    }
}
