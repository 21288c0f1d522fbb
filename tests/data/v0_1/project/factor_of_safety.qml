<!DOCTYPE qgis>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="3" classificationMin="0.75" classificationMax="10" alphaBand="-1" opacity="1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader clip="0" minimumValue="0.75" maximumValue="10" colorRampType="DISCRETE" classificationMode="1" labelPrecision="6">
          <item alpha="255" value="0.75" color="#b2182b" label="0.75 or less"/>
          <item alpha="255" value="0.9" color="#ef8a62" label="0.75 to 0.9"/>
          <item alpha="255" value="1" color="#fddbc7" label="0.9 to 1"/>
          <item alpha="255" value="1.25" color="#d1e5f0" label="1 to 1.25"/>
          <item alpha="255" value="1.5" color="#67a9cf" label="1.25 to 1.5"/>
          <item alpha="255" value="inf" color="#2166ac" label="over 1.5"/>
          <rampLegendSettings suffix="" prefix="" useContinuousLegend="1" minimumLabel="" orientation="2" maximumLabel="" direction="0">
            <numericFormat id="basic">
              <Option type="Map">
                <Option type="QChar" name="decimal_separator" value=""/>
                <Option type="int" name="decimals" value="6"/>
                <Option type="int" name="rounding_type" value="0"/>
                <Option type="bool" name="show_plus" value="false"/>
                <Option type="bool" name="show_thousand_separator" value="true"/>
                <Option type="bool" name="show_trailing_zeros" value="false"/>
                <Option type="QChar" name="thousand_separator" value=""/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
</qgis>
