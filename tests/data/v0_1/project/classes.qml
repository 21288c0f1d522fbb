<!DOCTYPE qgis>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="paletted" band="1" alphaBand="-1" opacity="1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <colorPalette>
        <paletteEntry alpha="255" value="1" color="#2c7bb6" label="Very low (0 to 0.342)"/>
        <paletteEntry alpha="255" value="2" color="#abd9e9" label="Low (0.342 to 0.401)"/>
        <paletteEntry alpha="255" value="3" color="#ffffbf" label="Moderate (0.401 to 0.46)"/>
        <paletteEntry alpha="255" value="4" color="#fdae61" label="High (0.46 to 0.517)"/>
        <paletteEntry alpha="255" value="5" color="#d7191c" label="Very high (0.517 to 1)"/>
      </colorPalette>
    </rasterrenderer>
  </pipe>
</qgis>
